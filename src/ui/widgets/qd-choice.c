/* A choice of one among few things that have names.
 *
 * It writes nothing: who keeps the choice answers QdChoice::edited. A value
 * that is not among those it knows is kept, and nothing is chosen then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-choice.h"
#include "qd-drop-down.h"

struct _QdChoice
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *drop_down;
  GtkStringList *names;
  GArray *values; /* (element-type int): one for each name */

  char *label;
  int value;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdChoice, qd_choice, GTK_TYPE_WIDGET)

static void on_selected (QdChoice *self);

static guint
find_value (QdChoice *self,
            int       value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_array_index (self->values, int, i) == value)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
update (QdChoice *self)
{
  const guint selected = find_value (self, self->value);
  g_autofree char *name = NULL;

  g_signal_handlers_block_by_func (self->drop_down, on_selected, self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  g_signal_handlers_unblock_by_func (self->drop_down, on_selected, self);

  if (selected != GTK_INVALID_LIST_POSITION)
    /* Translators: what is chosen, and the choice, for a screen reader. */
    name = g_strdup_printf (_("%s: %s"), self->label,
                            gtk_string_list_get_string (self->names, selected));

  /* What takes the focus is the toggle button inside. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop_down)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : self->label,
    -1);
}

static void
on_selected (QdChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const int before = self->value;
  gboolean kept = FALSE;
  int value;

  g_assert (QD_IS_CHOICE (self));

  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  value = g_array_index (self->values, int, selected);
  if (value == before)
    return;

  /* So that who sets it again in answer changes nothing. */
  self->value = value;
  g_signal_emit (self, signals[EDITED], 0, value, &kept);
  if (!kept && self->value == value)
    self->value = before;

  update (self);
  if (kept)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static gboolean
qd_choice_grab_focus (GtkWidget *widget)
{
  /* GTK asks for it too when Shift+Tab is about to leave. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_child_focus (QD_CHOICE (widget)->drop_down, GTK_DIR_TAB_FORWARD);
}

static void
qd_choice_dispose (GObject *object)
{
  QdChoice *self = QD_CHOICE (object);

  if (self->drop_down != NULL)
    g_signal_handlers_disconnect_by_func (self->drop_down, on_selected, self);
  self->drop_down = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_choice_parent_class)->dispose (object);
}

static void
qd_choice_finalize (GObject *object)
{
  QdChoice *self = QD_CHOICE (object);

  g_array_unref (self->values);
  g_free (self->label);

  G_OBJECT_CLASS (qd_choice_parent_class)->finalize (object);
}

static void
qd_choice_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QdChoice *self = QD_CHOICE (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_VALUE:
      g_value_set_int (value, qd_choice_get_value (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_choice_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  QdChoice *self = QD_CHOICE (object);

  switch (property_id)
    {
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;

    case PROP_VALUE:
      qd_choice_set_value (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_choice_constructed (GObject *object)
{
  QdChoice *self = QD_CHOICE (object);
  GtkWidget *name = gtk_label_new (self->label);

  G_OBJECT_CLASS (qd_choice_parent_class)->constructed (object);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "field");
  gtk_box_prepend (GTK_BOX (self->box), name);
  update (self);
}

static void
qd_choice_class_init (QdChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_choice_constructed;
  object_class->dispose = qd_choice_dispose;
  object_class->finalize = qd_choice_finalize;
  object_class->get_property = qd_choice_get_property;
  object_class->set_property = qd_choice_set_property;

  widget_class->grab_focus = qd_choice_grab_focus;

  /**
   * QdChoice:label:
   *
   * What is chosen.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdChoice:value:
   *
   * The choice.
   */
  properties[PROP_VALUE] =
    g_param_spec_int ("value", NULL, NULL,
                      G_MININT, G_MAXINT, 0,
                      G_PARAM_READWRITE |
                      G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdChoice::edited:
   * @self: the choice
   * @value: what the person chose instead
   *
   * Returns: whether it is kept; else the choice goes back
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_choice_init (QdChoice *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (int));
  self->names = gtk_string_list_new (NULL);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (self->names), NULL);
  qd_drop_down_shorten (GTK_DROP_DOWN (self->drop_down));
  g_signal_connect_swapped (self->drop_down, "notify::selected",
                            G_CALLBACK (on_selected), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), self->drop_down);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * qd_choice_new:
 * @label: what is chosen
 *
 * Returns: (transfer floating): a choice among nothing yet
 */
GtkWidget *
qd_choice_new (const char *label)
{
  return g_object_new (QD_TYPE_CHOICE, "label", label, NULL);
}

/**
 * qd_choice_append:
 * @value: a value
 * @name: what it is called, translated
 *
 * Adds what can be chosen.
 */
void
qd_choice_append (QdChoice   *self,
                  int         value,
                  const char *name)
{
  g_return_if_fail (QD_IS_CHOICE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (find_value (self, value) == GTK_INVALID_LIST_POSITION);

  /* The first would be taken for chosen. */
  g_signal_handlers_block_by_func (self->drop_down, on_selected, self);
  g_array_append_val (self->values, value);
  gtk_string_list_append (self->names, name);
  g_signal_handlers_unblock_by_func (self->drop_down, on_selected, self);
  update (self);
}

/**
 * qd_choice_clear:
 *
 * Takes back all that can be chosen, for other things; the choice stays.
 */
void
qd_choice_clear (QdChoice *self)
{
  g_return_if_fail (QD_IS_CHOICE (self));

  g_signal_handlers_block_by_func (self->drop_down, on_selected, self);
  gtk_string_list_splice (self->names, 0, self->values->len, NULL);
  g_array_set_size (self->values, 0);
  g_signal_handlers_unblock_by_func (self->drop_down, on_selected, self);
  update (self);
}

/**
 * qd_choice_get_value:
 *
 * Returns: the choice
 */
int
qd_choice_get_value (QdChoice *self)
{
  g_return_val_if_fail (QD_IS_CHOICE (self), 0);

  return self->value;
}

/**
 * qd_choice_set_value:
 * @value: the choice
 */
void
qd_choice_set_value (QdChoice *self,
                     int       value)
{
  g_return_if_fail (QD_IS_CHOICE (self));

  if (self->value == value)
    return;

  self->value = value;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
