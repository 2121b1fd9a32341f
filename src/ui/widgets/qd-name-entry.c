/* A field for a name, with the known names that match below while one types.
 *
 * The keyboard stays in the entry: Up and Down mark a name, Enter takes it,
 * Escape closes the list and then takes the typing back. What is marked is the
 * description of the entry, so that a screen reader says it. Any other name is
 * good too. It writes nothing: who keeps the name answers QdNameEntry::edited.
 *
 * GtkEntryCompletion is no alternative: GTK 4 tells a screen reader nothing of
 * the tree view in it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-draft.h"
#include "qd-field-error.h"
#include "qd-name-entry.h"

/* More names than this are no help: one types another letter. */
#define MAX_MATCHES 8

struct _QdNameEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *name;
  GtkWidget *entry;
  GtkLabel *error;
  GtkWidget *popover; /* (nullable): made when first needed */
  GtkListBox *list;

  QdDraft *draft;
  GListModel *model;
  char *label;
  char *text;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_MODEL,
  PROP_TEXT,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdNameEntry, qd_name_entry, GTK_TYPE_WIDGET)

static gboolean
is_open (QdNameEntry *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static const char *
get_row_name (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

/* The name that is marked, or what is wrong. */
static void
update_description (QdNameEntry *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;
  const char *text = gtk_label_get_text (self->error);

  if (row != NULL)
    text = get_row_name (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
close_list (QdNameEntry *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  update_description (self);
}

/* Returns (transfer full) (nullable): whose name that is. */
static QdEntity *
find_entity (QdNameEntry *self,
             const char  *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr (QdEntity) entity = g_list_model_get_item (self->model, i);
      g_autofree char *title = g_utf8_casefold (qd_entity_get_title (entity), -1);

      if (g_str_equal (title, folded))
        return g_steal_pointer (&entity);
    }

  return NULL;
}

/* Hands the name on. Meanwhile it is already the text, so that who sets it
 * again in answer changes nothing. */
static gboolean
offer (QdNameEntry *self,
       const char  *text)
{
  g_autoptr (QdEntity) entity = find_entity (self, text);
  g_autofree char *offered = NULL;
  g_autofree char *before = g_steal_pointer (&self->text);
  gboolean kept = FALSE;

  offered = g_strdup (entity != NULL ? qd_entity_get_title (entity) : text);
  self->text = g_strdup (offered);
  g_signal_emit (self, signals[EDITED], 0, offered, entity, &kept);

  if (kept)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  else if (g_str_equal (self->text, offered))
    {
      g_free (self->text);
      self->text = g_steal_pointer (&before);
    }

  return kept;
}

static void
finish (QdNameEntry *self,
        const char  *text)
{
  close_list (self);
  qd_name_entry_set_error (self, NULL);
  if (g_str_equal (text, self->text) || offer (self, text))
    {
      qd_draft_settle (self->draft, self->text);
    }
  else if (*gtk_label_get_text (self->error) == '\0')
    {
      g_autofree char *message = g_strdup_printf (_("“%s” could not be kept."), text);

      qd_name_entry_set_error (self, message);
    }
}

static void
on_finished (QdNameEntry *self)
{
  g_autofree char *text = NULL;

  g_assert (QD_IS_NAME_ENTRY (self));

  text = qd_draft_dup_text (self->draft);
  finish (self, text);
}

static void
choose (QdNameEntry   *self,
        GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (get_row_name (row));

  finish (self, name);
}

static void
on_row_activated (QdNameEntry   *self,
                  GtkListBoxRow *row)
{
  g_assert (QD_IS_NAME_ENTRY (self));

  choose (self, row);
}

static void
create_list (QdNameEntry *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated",
                            G_CALLBACK (on_row_activated), self);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "names");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
add_row (QdNameEntry *self,
         const char  *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (self->list, label);
}

/* Fills the list with the names that match @text; returns whether there are
 * any. A name that is there already needs no proposal. */
static gboolean
fill_list (QdNameEntry *self,
           const char  *text)
{
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < g_list_model_get_n_items (self->model) && n < MAX_MATCHES; i++)
    {
      g_autoptr (QdEntity) entity = g_list_model_get_item (self->model, i);
      const char *title = qd_entity_get_title (entity);

      if (g_str_equal (title, text))
        continue;
      if (*text == '\0' || g_str_match_string (text, title, TRUE))
        {
          add_row (self, title);
          n++;
        }
    }

  return n > 0;
}

static void
open_list (QdNameEntry *self,
           const char  *text)
{
  if (self->popover == NULL)
    create_list (self);

  if (!fill_list (self, text))
    {
      close_list (self);
      return;
    }

  gtk_list_box_unselect_all (self->list);
  gtk_widget_set_size_request (GTK_WIDGET (self->list),
                               MAX (gtk_widget_get_width (self->entry) - 18, -1), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_EXPANDED, TRUE,
                               -1);
  update_description (self);
}

static void
on_typed (QdNameEntry *self)
{
  g_autofree char *text = qd_draft_dup_text (self->draft);

  g_assert (QD_IS_NAME_ENTRY (self));

  qd_name_entry_set_error (self, NULL);
  if (*text != '\0' && qd_draft_is_changed (self->draft) &&
      gtk_widget_get_mapped (self->entry))
    open_list (self, text);
  else
    close_list (self);
}

/* Also when one turns to another window: the list would float over it. */
static void
on_leave (QdNameEntry *self)
{
  g_assert (QD_IS_NAME_ENTRY (self));

  close_list (self);
}

/* Marks the next name, or the one before; before the first there is none. */
static void
move_mark (QdNameEntry *self,
           int          step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int index = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + step;

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else if (step < 0)
    gtk_list_box_unselect_all (self->list);
  update_description (self);
}

static gboolean
on_key_pressed (QdNameEntry           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkListBoxRow *row;

  g_assert (QD_IS_NAME_ENTRY (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_open (self))
        move_mark (self, 1);
      else
        open_list (self, "");
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      move_mark (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      choose (self, row);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      close_list (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
qd_name_entry_grab_focus (GtkWidget *widget)
{
  /* GTK asks for it too when Shift+Tab is about to leave. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (QD_NAME_ENTRY (widget)->entry);
}

static void
qd_name_entry_unmap (GtkWidget *widget)
{
  close_list (QD_NAME_ENTRY (widget));

  GTK_WIDGET_CLASS (qd_name_entry_parent_class)->unmap (widget);
}

static void
qd_name_entry_dispose (GObject *object)
{
  QdNameEntry *self = QD_NAME_ENTRY (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_NAME_ENTRY);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (qd_name_entry_parent_class)->dispose (object);
}

static void
qd_name_entry_finalize (GObject *object)
{
  QdNameEntry *self = QD_NAME_ENTRY (object);

  g_free (self->label);
  g_free (self->text);

  G_OBJECT_CLASS (qd_name_entry_parent_class)->finalize (object);
}

static void
qd_name_entry_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdNameEntry *self = QD_NAME_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_TEXT:
      g_value_set_string (value, qd_name_entry_get_text (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_name_entry_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdNameEntry *self = QD_NAME_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;

    case PROP_MODEL:
      self->model = g_value_dup_object (value);
      break;

    case PROP_TEXT:
      qd_name_entry_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_name_entry_constructed (GObject *object)
{
  QdNameEntry *self = QD_NAME_ENTRY (object);

  G_OBJECT_CLASS (qd_name_entry_parent_class)->constructed (object);

  gtk_label_set_text (self->name, self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST,
                                  -1);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdNameEntry:label:
   *
   * Whose name it is.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdNameEntry:model:
   *
   * The entities whose titles are the known names.
   */
  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL,
                         G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE |
                         G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdNameEntry:text:
   *
   * The name, "" for none. Setting it leaves alone what is being typed.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_name_entry_class_init (QdNameEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_name_entry_constructed;
  object_class->dispose = qd_name_entry_dispose;
  object_class->finalize = qd_name_entry_finalize;
  object_class->get_property = qd_name_entry_get_property;
  object_class->set_property = qd_name_entry_set_property;

  widget_class->grab_focus = qd_name_entry_grab_focus;
  widget_class->unmap = qd_name_entry_unmap;

  install_properties (object_class);

  /**
   * QdNameEntry::edited:
   * @self: the field
   * @text: another name than before, "" where the person emptied it
   * @entity: (nullable): whose name that is, where it is known
   *
   * Who does not keep the name may say why with qd_name_entry_set_error().
   *
   * Returns: whether it is kept; else the typing stays
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 2, G_TYPE_STRING, QD_TYPE_ENTITY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-name-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, QdNameEntry, box);
  gtk_widget_class_bind_template_child (widget_class, QdNameEntry, name);
  gtk_widget_class_bind_template_child (widget_class, QdNameEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, QdNameEntry, error);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);

  gtk_widget_class_set_css_name (widget_class, "nameentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_name_entry_init (QdNameEntry *self)
{
  self->text = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft = qd_draft_new (GTK_ENTRY (self->entry));
  g_signal_connect_swapped (self->draft, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->draft, "finished", G_CALLBACK (on_finished), self);
}

/**
 * qd_name_entry_new:
 * @label: whose name it is
 * @model: (transfer none): the entities whose titles are the known names
 *
 * Returns: (transfer floating): a field for a name, empty as yet
 */
GtkWidget *
qd_name_entry_new (const char *label,
                   GListModel *model)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  return g_object_new (QD_TYPE_NAME_ENTRY,
                       "label", label,
                       "model", model,
                       NULL);
}

/**
 * qd_name_entry_get_text:
 *
 * Returns: the name, or ""; not what is being typed
 */
const char *
qd_name_entry_get_text (QdNameEntry *self)
{
  g_return_val_if_fail (QD_IS_NAME_ENTRY (self), NULL);

  return self->text;
}

/**
 * qd_name_entry_set_text:
 * @text: the name, or ""
 *
 * Shows @text. What is being typed stays; Escape brings @text then.
 */
void
qd_name_entry_set_text (QdNameEntry *self,
                        const char  *text)
{
  g_return_if_fail (QD_IS_NAME_ENTRY (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  qd_draft_show (self->draft, text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * qd_name_entry_set_error:
 * @text: (nullable): why the name is not good, in a whole sentence; %NULL where
 *   nothing is wrong
 *
 * Says at the field what is wrong, until the person goes on typing.
 */
void
qd_name_entry_set_error (QdNameEntry *self,
                         const char  *text)
{
  g_return_if_fail (QD_IS_NAME_ENTRY (self));

  qd_field_error_show (self->error, self->entry, text);
  update_description (self);
}

/**
 * qd_name_entry_finish:
 *
 * Hands on what was typed, as leaving does; for when the field goes away.
 *
 * Returns: whether nothing is left that was typed and not kept
 */
gboolean
qd_name_entry_finish (QdNameEntry *self)
{
  g_return_val_if_fail (QD_IS_NAME_ENTRY (self), TRUE);

  qd_draft_finish (self->draft);

  return !qd_draft_is_changed (self->draft);
}

/**
 * qd_name_entry_discard:
 *
 * Takes back what was typed and not kept, as Escape does.
 */
void
qd_name_entry_discard (QdNameEntry *self)
{
  g_return_if_fail (QD_IS_NAME_ENTRY (self));

  qd_draft_settle (self->draft, self->text);
  qd_name_entry_set_error (self, NULL);
}
