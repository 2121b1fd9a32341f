/* A field for a number, as people write numbers.
 *
 * Says below what it understood where that is not plain, and what it did not
 * understand. Enter and leaving hand the number on, Escape takes the typing
 * back. A number that is refused stays as it was typed. It writes nothing: who
 * keeps the value answers QdNumberEntry::edited.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/qd-typed-number.h"
#include "qd-draft.h"
#include "qd-field-error.h"
#include "qd-number-entry.h"
#include "qd-number-format.h"
#include "qd-number-text.h"

struct _QdNumberEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *name;
  GtkWidget *entry;
  GtkLabel *unit_label;
  GtkLabel *understood;
  GtkLabel *error;

  QdDraft *draft;
  char *label;
  char *unit;
  char *form; /* (nullable): what is said of what is no number */
  double value;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_UNIT,
  PROP_VALUE,
  N_PROPS
};

enum
{
  TYPED,
  EDITED,
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdNumberEntry, qd_number_entry, GTK_TYPE_WIDGET)

static gboolean
are_same (double a,
          double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Nothing but digits can be misunderstood. */
static gboolean
is_plain (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

/* Returns what to say about the draft, or %NULL where it is plain. */
static char *
describe_draft (QdNumberEntry *self)
{
  g_autofree char *text = qd_draft_dup_text (self->draft);
  g_autofree char *number = NULL;
  g_autofree char *quantity = NULL;
  QdTypedNumber typed;

  if (!qd_draft_is_changed (self->draft) || is_plain (text) ||
      !qd_typed_number_read (text, self->unit, &typed, NULL) || typed.nothing)
    return NULL;

  number = qd_number_format (typed.value);
  quantity = qd_number_format_quantity (typed.value, self->unit);
  if (g_str_equal (text, number) || g_str_equal (text, quantity))
    return NULL;

  /* Translators: how a number was understood: "= 1,500 users". */
  return g_strdup_printf (_("= %s"), quantity);
}

static void
update_description (QdNumberEntry *self)
{
  const char *error = gtk_label_get_text (self->error);
  const char *text = *error != '\0' ? error : gtk_label_get_text (self->understood);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
update_understood (QdNumberEntry *self)
{
  g_autofree char *text = NULL;

  if (*gtk_label_get_text (self->error) == '\0')
    text = describe_draft (self);
  gtk_label_set_text (self->understood, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->understood), text != NULL);
  update_description (self);
}

static void
update_name (QdNumberEntry *self)
{
  g_autofree char *name = NULL;

  gtk_label_set_text (self->name, self->label);
  gtk_label_set_text (self->unit_label, self->unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), *self->unit != '\0');

  if (*self->unit != '\0')
    /* Translators: the name of a field and its unit: "Target (users)". */
    name = g_strdup_printf (_("%s (%s)"), self->label, self->unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : self->label,
                                  -1);
}

static void
show_value (QdNumberEntry *self,
            gboolean       settle)
{
  g_autofree char *text = isnan (self->value) ? g_strdup ("")
                                              : qd_number_text_exact (self->value);

  if (settle)
    qd_draft_settle (self->draft, text);
  else
    qd_draft_show (self->draft, text);
}

/* Hands the number on. Meanwhile it is already the value, so that who sets it
 * again in answer changes nothing. */
static gboolean
offer (QdNumberEntry *self,
       double         value)
{
  const double before = self->value;
  gboolean kept = FALSE;

  self->value = value;
  g_signal_emit (self, signals[EDITED], 0, value, &kept);

  if (!kept && are_same (self->value, value))
    self->value = before;
  if (kept)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);

  return kept;
}

static void
on_typed (QdNumberEntry *self)
{
  g_assert (QD_IS_NUMBER_ENTRY (self));

  qd_number_entry_set_error (self, NULL);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
on_finished (QdNumberEntry *self)
{
  g_autofree char *text = qd_draft_dup_text (self->draft);
  g_autoptr (GError) error = NULL;
  QdTypedNumber typed;

  g_assert (QD_IS_NUMBER_ENTRY (self));

  if (!qd_typed_number_read (text, self->unit, &typed, &error))
    {
      qd_number_entry_set_error (self, self->form != NULL ? self->form : error->message);
      return;
    }

  qd_number_entry_set_error (self, NULL);
  if (are_same (typed.value, self->value) || offer (self, typed.value))
    {
      show_value (self, TRUE);
      update_understood (self);
    }
  else if (*gtk_label_get_text (self->error) == '\0')
    {
      g_autofree char *message = g_strdup_printf (_("“%s” could not be kept."), text);

      qd_number_entry_set_error (self, message);
    }
}

static void
on_activate (QdNumberEntry *self)
{
  g_assert (QD_IS_NUMBER_ENTRY (self));

  g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
qd_number_entry_grab_focus (GtkWidget *widget)
{
  /* GTK asks for it too when Shift+Tab is about to leave. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (QD_NUMBER_ENTRY (widget)->entry);
}

static void
qd_number_entry_dispose (GObject *object)
{
  QdNumberEntry *self = QD_NUMBER_ENTRY (object);

  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_NUMBER_ENTRY);

  G_OBJECT_CLASS (qd_number_entry_parent_class)->dispose (object);
}

static void
qd_number_entry_finalize (GObject *object)
{
  QdNumberEntry *self = QD_NUMBER_ENTRY (object);

  g_free (self->label);
  g_free (self->unit);
  g_free (self->form);

  G_OBJECT_CLASS (qd_number_entry_parent_class)->finalize (object);
}

static void
qd_number_entry_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdNumberEntry *self = QD_NUMBER_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, qd_number_entry_get_label (self));
      break;

    case PROP_UNIT:
      g_value_set_string (value, qd_number_entry_get_unit (self));
      break;

    case PROP_VALUE:
      g_value_set_double (value, qd_number_entry_get_value (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_number_entry_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdNumberEntry *self = QD_NUMBER_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      qd_number_entry_set_label (self, g_value_get_string (value));
      break;

    case PROP_UNIT:
      qd_number_entry_set_unit (self, g_value_get_string (value));
      break;

    case PROP_VALUE:
      qd_number_entry_set_value (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdNumberEntry:label:
   *
   * What the number is.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdNumberEntry:unit:
   *
   * Its unit, which may be typed too; "" for none.
   */
  properties[PROP_UNIT] =
    g_param_spec_string ("unit", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdNumberEntry:value:
   *
   * The number, NAN for none. Setting it leaves alone what is being typed.
   */
  properties[PROP_VALUE] =
    g_param_spec_double ("value", NULL, NULL,
                         -G_MAXDOUBLE, G_MAXDOUBLE, 0.0,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * QdNumberEntry::typed:
   * @self: the field
   *
   * The person changed the text, maybe to what it was before.
   */
  signals[TYPED] =
    g_signal_new ("typed",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdNumberEntry::edited:
   * @self: the field
   * @value: another number than before, or NAN where the person emptied it
   *
   * Who does not keep the value may say why with qd_number_entry_set_error().
   *
   * Returns: whether it is kept; else the typing stays
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_DOUBLE);

  /**
   * QdNumberEntry::activate:
   * @self: the field
   *
   * The person pressed Enter; the number was handed on before.
   */
  signals[ACTIVATE] =
    g_signal_new ("activate",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_number_entry_class_init (QdNumberEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_number_entry_dispose;
  object_class->finalize = qd_number_entry_finalize;
  object_class->get_property = qd_number_entry_get_property;
  object_class->set_property = qd_number_entry_set_property;

  widget_class->grab_focus = qd_number_entry_grab_focus;

  install_properties (object_class);
  install_signals (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-number-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, box);
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, name);
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, unit_label);
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, understood);
  gtk_widget_class_bind_template_child (widget_class, QdNumberEntry, error);

  gtk_widget_class_set_css_name (widget_class, "numberentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_number_entry_init (QdNumberEntry *self)
{
  self->label = g_strdup ("");
  self->unit = g_strdup ("");
  self->value = NAN;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft = qd_draft_new (GTK_ENTRY (self->entry));
  g_signal_connect_swapped (self->draft, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->draft, "finished", G_CALLBACK (on_finished), self);
  /* After the draft, which the same signal finishes. */
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
}

/**
 * qd_number_entry_new:
 * @label: what the number is
 *
 * Returns: (transfer floating): a field for it, empty as yet
 */
GtkWidget *
qd_number_entry_new (const char *label)
{
  return g_object_new (QD_TYPE_NUMBER_ENTRY, "label", label, NULL);
}

/**
 * qd_number_entry_get_label:
 *
 * Returns: what the number is
 */
const char *
qd_number_entry_get_label (QdNumberEntry *self)
{
  g_return_val_if_fail (QD_IS_NUMBER_ENTRY (self), NULL);

  return self->label;
}

/**
 * qd_number_entry_set_label:
 * @label: what the number is
 */
void
qd_number_entry_set_label (QdNumberEntry *self,
                           const char    *label)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));
  g_return_if_fail (label != NULL);

  if (g_str_equal (self->label, label))
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * qd_number_entry_get_unit:
 *
 * Returns: the unit of the number, or ""
 */
const char *
qd_number_entry_get_unit (QdNumberEntry *self)
{
  g_return_val_if_fail (QD_IS_NUMBER_ENTRY (self), NULL);

  return self->unit;
}

/**
 * qd_number_entry_set_unit:
 * @unit: the unit of the number, or ""
 */
void
qd_number_entry_set_unit (QdNumberEntry *self,
                          const char    *unit)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));
  g_return_if_fail (unit != NULL);

  if (g_str_equal (self->unit, unit))
    return;

  g_free (self->unit);
  self->unit = g_strdup (unit);
  update_name (self);
  update_understood (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

/**
 * qd_number_entry_get_value:
 *
 * Returns: the number, NAN for none; not what is being typed
 */
double
qd_number_entry_get_value (QdNumberEntry *self)
{
  g_return_val_if_fail (QD_IS_NUMBER_ENTRY (self), NAN);

  return self->value;
}

/**
 * qd_number_entry_set_value:
 * @value: the number, NAN for none
 *
 * Shows @value. What is being typed stays; Escape brings @value then.
 */
void
qd_number_entry_set_value (QdNumberEntry *self,
                           double         value)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));
  g_return_if_fail (!isinf (value));

  if (are_same (self->value, value))
    return;

  self->value = value;
  show_value (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * qd_number_entry_dup_typed:
 *
 * Returns: (transfer full) (nullable): what is being typed, which need be no number, or
 *   %NULL where the value shows
 */
char *
qd_number_entry_dup_typed (QdNumberEntry *self)
{
  g_return_val_if_fail (QD_IS_NUMBER_ENTRY (self), NULL);

  return qd_draft_is_changed (self->draft) ? qd_draft_dup_text (self->draft) : NULL;
}

/**
 * qd_number_entry_type:
 * @text: what the person typed earlier
 *
 * Shows @text as if the person were typing it now.
 */
void
qd_number_entry_type (QdNumberEntry *self,
                      const char    *text)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * qd_number_entry_set_form:
 * @self: a field
 * @form: a sentence that says what its numbers look like
 *
 * Has that said of what is no number, in place of what numbers can look like elsewhere.
 */
void
qd_number_entry_set_form (QdNumberEntry *self,
                          const char    *form)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));
  g_return_if_fail (form != NULL);

  g_free (self->form);
  self->form = g_strdup (form);
}

/**
 * qd_number_entry_set_error:
 * @text: (nullable): why the number is not good, in a whole sentence; %NULL
 *   where nothing is wrong
 *
 * Says at the field what is wrong, until the person goes on typing.
 */
void
qd_number_entry_set_error (QdNumberEntry *self,
                           const char    *text)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));

  qd_field_error_show (self->error, self->entry, text);
  update_understood (self);
}

/**
 * qd_number_entry_finish:
 *
 * Hands on what was typed, as leaving does; for when the field goes away.
 *
 * Returns: whether nothing is left that was typed and not kept
 */
gboolean
qd_number_entry_finish (QdNumberEntry *self)
{
  g_return_val_if_fail (QD_IS_NUMBER_ENTRY (self), TRUE);

  qd_draft_finish (self->draft);

  return !qd_draft_is_changed (self->draft);
}

/**
 * qd_number_entry_discard:
 *
 * Takes back what was typed and not kept, as Escape does.
 */
void
qd_number_entry_discard (QdNumberEntry *self)
{
  g_return_if_fail (QD_IS_NUMBER_ENTRY (self));

  show_value (self, TRUE);
  qd_number_entry_set_error (self, NULL);
}
