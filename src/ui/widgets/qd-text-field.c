/* A field for words, of one line or of many.
 *
 * Every change by the person is handed on at once. Text from outside goes in
 * without moving the cursor more than it must, and not over typing that nobody
 * kept. Undo is the application's, as that has the text by then; only where words
 * are sent later the field undoes typing itself.
 */

#include "config.h"

#include "qd-text-change.h"
#include "qd-text-field.h"
#include "qd-text-limit.h"
#include "qd-text-room.h"
#include "qd-typing.h"

struct _QdTextField
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *editor;     /* GtkEntry or GtkTextView */
  GtkTextBuffer *buffer; /* (nullable): of the GtkTextView */

  char *label;
  char *text; /* what was set, or kept */
  gboolean multiline;
  guint max_length;
  gboolean sent_later;

  gboolean unkept;   /* what was typed last was not kept */
  gboolean emitting;
  gboolean filling;
  gboolean deleting; /* what was selected, maybe to type something else */
  guint edit_id;     /* hands on what the field says by then */
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_TEXT,
  PROP_MULTILINE,
  PROP_MAX_LENGTH,
  N_PROPS
};

enum
{
  EDITED,
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdTextField, qd_text_field, GTK_TYPE_WIDGET)

/* The text that is kept may be longer than what may be typed, and is not cut. */
static guint
get_room (gpointer field)
{
  QdTextField *self = field;
  const guint kept = (guint) g_utf8_strlen (self->text, -1);

  if (self->max_length == 0 || self->filling)
    return 0;

  return MAX (self->max_length, kept);
}

static void
update_room (QdTextField *self)
{
  if (GTK_IS_ENTRY (self->editor))
    gtk_entry_set_max_length (GTK_ENTRY (self->editor),
                              (int) MIN (get_room (self), G_MAXUINT16));
}

static gboolean
is_blank (QdTextField *self)
{
  g_autofree char *words = g_strstrip (qd_text_field_dup_text (self));

  return *words == '\0';
}

/* Changes only what differs, so that the cursor stays among its words. */
static void
fill (QdTextField *self,
      const char  *text)
{
  g_autofree char *old = qd_text_field_dup_text (self);
  QdTextChange change;

  qd_text_change_find (old, text, &change);

  self->filling = TRUE;
  if (self->buffer != NULL)
    {
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &from, change.start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &to, change.start + change.length);
      gtk_text_buffer_delete (self->buffer, &from, &to);
      gtk_text_buffer_insert (self->buffer, &from, change.text, (int) change.n_bytes);
    }
  else
    {
      gtk_editable_delete_text (GTK_EDITABLE (self->editor),
                                change.start, change.start + change.length);
      gtk_editable_insert_text (GTK_EDITABLE (self->editor),
                                change.text, (int) change.n_bytes, &change.start);
    }
  self->filling = FALSE;
}

/* Nothing that was typed before is part of what the field says now. */
static void
forget_typing (QdTextField *self)
{
  if (self->sent_later && self->buffer != NULL)
    qd_typing_forget_in_buffer (self->buffer);
  else if (self->sent_later)
    qd_typing_forget (GTK_EDITABLE (self->editor));
}

static void
set_kept (QdTextField *self,
          const char  *text)
{
  char *old = self->text;

  self->text = g_strdup (text);
  g_free (old);
  update_room (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
hand_on (gpointer user_data)
{
  QdTextField *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  gboolean kept = FALSE;

  g_assert (QD_IS_TEXT_FIELD (self));

  g_clear_handle_id (&self->edit_id, g_source_remove);

  text = qd_text_field_dup_text (self);
  before = g_strdup (self->text);

  self->emitting = TRUE;
  g_signal_emit (self, signals[EDITED], 0, text, &kept);
  self->emitting = FALSE;
  self->unkept = !kept;

  /* Who keeps a text may keep it in a form of its own, and set that. */
  if (kept && g_str_equal (self->text, before) && !g_str_equal (text, before))
    set_kept (self, text);

  return G_SOURCE_REMOVE;
}

static void
on_delete_text (QdTextField *self,
                int          start,
                int          end)
{
  int from, to;

  g_assert (QD_IS_TEXT_FIELD (self));

  self->deleting = !self->filling &&
                   gtk_editable_get_selection_bounds (GTK_EDITABLE (self->editor), &from, &to) &&
                   from == start && to == end;
}

static void
on_delete_range (QdTextField *self,
                 GtkTextIter *start,
                 GtkTextIter *end)
{
  GtkTextIter from, to;

  g_assert (QD_IS_TEXT_FIELD (self));

  self->deleting = !self->filling &&
                   gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to) &&
                   gtk_text_iter_equal (&from, start) && gtk_text_iter_equal (&to, end);
}

/* To type over what is selected is one edit: GTK deletes that first, and inserts
 * before anything else happens. */
static void
on_changed (QdTextField *self)
{
  g_assert (QD_IS_TEXT_FIELD (self));

  if (self->filling)
    return;

  if (!self->deleting)
    {
      hand_on (self);
      return;
    }

  self->deleting = FALSE;
  if (self->edit_id == 0)
    self->edit_id = g_idle_add_full (G_PRIORITY_HIGH, hand_on, self, NULL);
}

static void
on_activate (QdTextField *self)
{
  g_assert (QD_IS_TEXT_FIELD (self));

  g_signal_emit (self, signals[ACTIVATE], 0);
}

static GtkWidget *
create_entry (QdTextField *self)
{
  self->editor = gtk_entry_new ();
  qd_typing_leave_to_application (GTK_EDITABLE (self->editor));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 10);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->editor)),
                            "delete-text", G_CALLBACK (on_delete_text), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (on_activate), self);
  qd_text_limit_attach_entry (GTK_ENTRY (self->editor));

  return self->editor;
}

static GtkWidget *
create_text_view (QdTextField *self)
{
  GtkTextView *view;

  self->editor = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->editor);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);

  self->buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (on_delete_range),
                           self, G_CONNECT_SWAPPED);

  qd_text_limit_attach_view (view, get_room, self);

  return qd_text_room_new (view);
}

static gboolean
qd_text_field_grab_focus (GtkWidget *widget)
{
  /* GTK asks for it too when Shift+Tab is about to leave. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (QD_TEXT_FIELD (widget)->editor);
}

static void
qd_text_field_constructed (GObject *object)
{
  QdTextField *self = QD_TEXT_FIELD (object);

  G_OBJECT_CLASS (qd_text_field_parent_class)->constructed (object);

  gtk_box_append (GTK_BOX (self->box),
                  self->multiline ? create_text_view (self) : create_entry (self));
}

static void
qd_text_field_dispose (GObject *object)
{
  QdTextField *self = QD_TEXT_FIELD (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->edit_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_text_field_parent_class)->dispose (object);
}

static void
qd_text_field_finalize (GObject *object)
{
  QdTextField *self = QD_TEXT_FIELD (object);

  g_free (self->label);
  g_free (self->text);

  G_OBJECT_CLASS (qd_text_field_parent_class)->finalize (object);
}

static void
qd_text_field_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdTextField *self = QD_TEXT_FIELD (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, qd_text_field_get_label (self));
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_MULTILINE:
      g_value_set_boolean (value, qd_text_field_get_multiline (self));
      break;

    case PROP_MAX_LENGTH:
      g_value_set_uint (value, qd_text_field_get_max_length (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_text_field_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdTextField *self = QD_TEXT_FIELD (object);

  switch (property_id)
    {
    case PROP_LABEL:
      qd_text_field_set_label (self, g_value_get_string (value));
      break;

    case PROP_TEXT:
      qd_text_field_set_text (self, g_value_get_string (value));
      break;

    case PROP_MULTILINE:
      self->multiline = g_value_get_boolean (value);
      break;

    case PROP_MAX_LENGTH:
      qd_text_field_set_max_length (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdTextField:label:
   *
   * What the words are.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdTextField:text:
   *
   * The words as they were set, or kept last; see #QdTextField::edited.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdTextField:multiline:
   *
   * Whether there is room for many lines.
   */
  properties[PROP_MULTILINE] =
    g_param_spec_boolean ("multiline", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE |
                          G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);

  /**
   * QdTextField:max-length:
   *
   * How many characters may be typed; 0 for any number. Text from outside is
   * never cut.
   */
  properties[PROP_MAX_LENGTH] =
    g_param_spec_uint ("max-length", NULL, NULL,
                       0, G_MAXINT, 0,
                       G_PARAM_READWRITE |
                       G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_text_field_class_init (QdTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_text_field_constructed;
  object_class->dispose = qd_text_field_dispose;
  object_class->finalize = qd_text_field_finalize;
  object_class->get_property = qd_text_field_get_property;
  object_class->set_property = qd_text_field_set_property;

  widget_class->grab_focus = qd_text_field_grab_focus;

  install_properties (object_class);

  /**
   * QdTextField::edited:
   * @self: the field
   * @text: what is in it now
   *
   * The person changed the text by so much as a character.
   *
   * Returns: whether it is kept; else no text from outside takes its place
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  /**
   * QdTextField::activate:
   * @self: the field
   *
   * The person pressed Enter in a field of one line.
   */
  signals[ACTIVATE] =
    g_signal_new ("activate",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "textfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_text_field_init (QdTextField *self)
{
  self->label = g_strdup ("");
  self->text = g_strdup ("");

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "field");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), self->name);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * qd_text_field_new:
 * @label: what the words are
 * @multiline: whether there is room for many lines
 *
 * Returns: (transfer floating): a field for them, empty as yet
 */
GtkWidget *
qd_text_field_new (const char *label,
                   gboolean    multiline)
{
  return g_object_new (QD_TYPE_TEXT_FIELD,
                       "multiline", multiline,
                       "label", label,
                       NULL);
}

/**
 * qd_text_field_get_label:
 *
 * Returns: what the words are
 */
const char *
qd_text_field_get_label (QdTextField *self)
{
  g_return_val_if_fail (QD_IS_TEXT_FIELD (self), NULL);

  return self->label;
}

/**
 * qd_text_field_set_label:
 * @label: what the words are
 */
void
qd_text_field_set_label (QdTextField *self,
                         const char  *label)
{
  g_return_if_fail (QD_IS_TEXT_FIELD (self));
  g_return_if_fail (label != NULL);

  if (g_str_equal (self->label, label))
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_label_set_text (GTK_LABEL (self->name), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * qd_text_field_get_multiline:
 *
 * Returns: whether there is room for many lines
 */
gboolean
qd_text_field_get_multiline (QdTextField *self)
{
  g_return_val_if_fail (QD_IS_TEXT_FIELD (self), FALSE);

  return self->multiline;
}

/**
 * qd_text_field_get_max_length:
 *
 * Returns: how many characters may be typed, 0 for any number
 */
guint
qd_text_field_get_max_length (QdTextField *self)
{
  g_return_val_if_fail (QD_IS_TEXT_FIELD (self), 0);

  return self->max_length;
}

/**
 * qd_text_field_set_max_length:
 * @max_length: how many characters may be typed, 0 for any number; a field of
 *   one line takes no more than 65535
 */
void
qd_text_field_set_max_length (QdTextField *self,
                              guint        max_length)
{
  g_return_if_fail (QD_IS_TEXT_FIELD (self));

  if (self->max_length == max_length)
    return;

  self->max_length = max_length;
  update_room (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_LENGTH]);
}

/**
 * qd_text_field_dup_text:
 *
 * Returns: (transfer full): what is in the field, kept or not
 */
char *
qd_text_field_dup_text (QdTextField *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (QD_IS_TEXT_FIELD (self), NULL);

  if (self->buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * qd_text_field_set_text:
 * @text: the words as they are kept
 *
 * Shows @text, but not in place of words that nobody kept. In a handler of
 * #QdTextField::edited it is what becomes of the typing, which stays as it is:
 * the person may be in the middle of a word.
 */
void
qd_text_field_set_text (QdTextField *self,
                        const char  *text)
{
  g_return_if_fail (QD_IS_TEXT_FIELD (self));
  g_return_if_fail (text != NULL);

  if (!self->emitting)
    forget_typing (self);
  if (g_str_equal (self->text, text))
    return;

  set_kept (self, text);
  if (self->emitting || (self->unkept && !is_blank (self)))
    return;

  self->unkept = FALSE;
  fill (self, text);
  forget_typing (self);
}

/**
 * qd_text_field_send_later:
 *
 * Says that the words go nowhere until they are sent: the undo key takes typing
 * back then, and goes on to the application where none is left.
 */
void
qd_text_field_send_later (QdTextField *self)
{
  g_return_if_fail (QD_IS_TEXT_FIELD (self));

  self->sent_later = TRUE;
  if (self->buffer != NULL)
    gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  else
    qd_typing_forget (GTK_EDITABLE (self->editor));
}

/**
 * qd_text_field_is_kept:
 *
 * Returns: whether what was typed last was kept
 */
gboolean
qd_text_field_is_kept (QdTextField *self)
{
  g_return_val_if_fail (QD_IS_TEXT_FIELD (self), TRUE);

  return !self->unkept;
}

/**
 * qd_text_field_discard:
 *
 * Takes back what was typed and not kept.
 */
void
qd_text_field_discard (QdTextField *self)
{
  g_return_if_fail (QD_IS_TEXT_FIELD (self));

  self->unkept = FALSE;
  g_clear_handle_id (&self->edit_id, g_source_remove);
  fill (self, self->text);
}
