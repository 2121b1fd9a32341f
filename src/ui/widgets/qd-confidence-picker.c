/* Confidence from 0 to 10: a row of numbers, and the word for what is picked.
 *
 * To the keyboard and to a screen reader it is one thing, a slider: a digit
 * picks, "1" and "0" in quick succession pick 10, arrows go up and down,
 * Backspace takes the answer back.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "method/qd-confidence.h"
#include "qd-confidence-picker.h"

/* How long after a "1" a "0" still belongs to it. */
#define PAIR_USEC (600 * G_TIME_SPAN_MILLISECOND)

struct _QdConfidencePicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *buttons[QD_CONFIDENCE_MAX + 1];
  GtkWidget *word;

  int confidence;
  gint64 one_at; /* when "1" was typed, 0 where something else was */
};

enum
{
  PROP_0,
  PROP_CONFIDENCE,
  N_PROPS
};

enum
{
  EDITED,
  TYPE_DIGIT,
  STEP,
  CLEAR,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdConfidencePicker, qd_confidence_picker, GTK_TYPE_WIDGET)

static void
update (QdConfidencePicker *self)
{
  const char *word = qd_confidence_get_word (self->confidence);
  g_autofree char *text = NULL;

  for (int i = 0; i <= QD_CONFIDENCE_MAX; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == self->confidence);

  gtk_label_set_text (GTK_LABEL (self->word), word);

  if (self->confidence != QD_CONFIDENCE_NONE)
    /* Translators: confidence for a screen reader: "7 of 10, high". */
    text = g_strdup_printf (_("%d of %d, %s"), self->confidence, QD_CONFIDENCE_MAX, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) MAX (self->confidence, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text != NULL ? text : word,
                                  -1);
}

static void
pick (QdConfidencePicker *self,
      int                 confidence)
{
  if (self->confidence == confidence)
    return;

  qd_confidence_picker_set_confidence (self, confidence);
  g_signal_emit (self, signals[EDITED], 0, confidence);
}

static void
on_clicked (QdConfidencePicker *self,
            GtkToggleButton    *button)
{
  g_assert (QD_IS_CONFIDENCE_PICKER (self));

  self->one_at = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (int i = 0; i <= QD_CONFIDENCE_MAX; i++)
    if (self->buttons[i] == button)
      pick (self, i);
}

static void
qd_confidence_picker_type_digit (QdConfidencePicker *self,
                                 int                 digit)
{
  const gint64 now = g_get_monotonic_time ();
  const gboolean makes_ten = digit == 0 && self->one_at > 0 &&
                             now - self->one_at <= PAIR_USEC;

  self->one_at = digit == 1 ? now : 0;
  pick (self, makes_ten ? QD_CONFIDENCE_MAX : digit);
}

static void
qd_confidence_picker_step (QdConfidencePicker *self,
                           int                 step)
{
  self->one_at = 0;
  if (self->confidence == QD_CONFIDENCE_NONE)
    pick (self, QD_CONFIDENCE_FIRST);
  else
    pick (self, CLAMP (self->confidence + step, 0, QD_CONFIDENCE_MAX));
}

static void
qd_confidence_picker_clear (QdConfidencePicker *self)
{
  self->one_at = 0;
  pick (self, QD_CONFIDENCE_NONE);
}

/* Along the row, which runs the other way where one writes from the right. */
static gboolean
step_along (GtkWidget *widget,
            GVariant  *args,
            gpointer   unused)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step;

  g_assert (QD_IS_CONFIDENCE_PICKER (widget));

  g_variant_get (args, "(i)", &step);
  g_signal_emit (widget, signals[STEP], 0, rtl ? -step : step);

  return GDK_EVENT_STOP;
}

static void
qd_confidence_picker_dispose (GObject *object)
{
  QdConfidencePicker *self = QD_CONFIDENCE_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_confidence_picker_parent_class)->dispose (object);
}

static void
qd_confidence_picker_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  QdConfidencePicker *self = QD_CONFIDENCE_PICKER (object);

  switch (property_id)
    {
    case PROP_CONFIDENCE:
      g_value_set_int (value, qd_confidence_picker_get_confidence (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_confidence_picker_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  QdConfidencePicker *self = QD_CONFIDENCE_PICKER (object);

  switch (property_id)
    {
    case PROP_CONFIDENCE:
      qd_confidence_picker_set_confidence (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    int step;
  } steps[] = {
    { GDK_KEY_Up, 1 }, { GDK_KEY_KP_Up, 1 },
    { GDK_KEY_Down, -1 }, { GDK_KEY_KP_Down, -1 },
    { GDK_KEY_End, QD_CONFIDENCE_MAX }, { GDK_KEY_KP_End, QD_CONFIDENCE_MAX },
    { GDK_KEY_Home, -QD_CONFIDENCE_MAX }, { GDK_KEY_KP_Home, -QD_CONFIDENCE_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding_signal (widget_class, steps[i].keyval, 0,
                                         "step", "(i)", steps[i].step);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_along, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, step_along, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_along, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, step_along, "(i)", -1);

  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_0 + (guint) i, 0,
                                           "type-digit", "(i)", i);
      gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_0 + (guint) i, 0,
                                           "type-digit", "(i)", i);
    }

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_BackSpace, 0, "clear", NULL);
}

static void
install_signals (GObjectClass *object_class)
{
  const GType type = G_TYPE_FROM_CLASS (object_class);

  /**
   * QdConfidencePicker::edited:
   * @self: the picker
   * @confidence: what the person picked, −1 where they took it back
   */
  signals[EDITED] =
    g_signal_new ("edited", type, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * QdConfidencePicker::type-digit:
   * @self: the picker
   * @digit: 0 to 9
   *
   * A keybinding signal: picks @digit, or makes 10 of a "1" just before.
   */
  signals[TYPE_DIGIT] =
    g_signal_new_class_handler ("type-digit", type,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (qd_confidence_picker_type_digit),
                                NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * QdConfidencePicker::step:
   * @self: the picker
   * @step: how much more, or less
   *
   * A keybinding signal: goes up or down, as far as there are numbers.
   */
  signals[STEP] =
    g_signal_new_class_handler ("step", type,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (qd_confidence_picker_step),
                                NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * QdConfidencePicker::clear:
   * @self: the picker
   *
   * A keybinding signal: takes the answer back.
   */
  signals[CLEAR] =
    g_signal_new_class_handler ("clear", type,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (qd_confidence_picker_clear),
                                NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
qd_confidence_picker_class_init (QdConfidencePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_confidence_picker_dispose;
  object_class->get_property = qd_confidence_picker_get_property;
  object_class->set_property = qd_confidence_picker_set_property;

  /**
   * QdConfidencePicker:confidence:
   *
   * What is picked, −1 for nothing.
   */
  properties[PROP_CONFIDENCE] =
    g_param_spec_int ("confidence", NULL, NULL,
                      QD_CONFIDENCE_NONE, QD_CONFIDENCE_MAX, QD_CONFIDENCE_NONE,
                      G_PARAM_READWRITE |
                      G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (object_class);
  add_bindings (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "confidencepicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static GtkWidget *
create_button (QdConfidencePicker *self,
               int                 number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  GtkWidget *button;

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                         "label", text,
                         "focusable", FALSE,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                         NULL);
  if (number > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[0]);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  self->buttons[number] = GTK_TOGGLE_BUTTON (button);

  return button;
}

static void
qd_confidence_picker_init (QdConfidencePicker *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->confidence = QD_CONFIDENCE_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_widget_add_css_class (row, "linked");
  gtk_widget_set_valign (row, GTK_ALIGN_CENTER);
  for (int i = 0; i <= QD_CONFIDENCE_MAX; i++)
    gtk_box_append (GTK_BOX (row), create_button (self, i));
  gtk_box_append (GTK_BOX (self->box), row);

  self->word = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->word), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (self->word), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->word, "dim-label");
  gtk_widget_set_hexpand (self->word, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->word);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Confidence"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) QD_CONFIDENCE_MAX,
                                  -1);
  update (self);
}

/**
 * qd_confidence_picker_new:
 *
 * Returns: (transfer floating): a picker with nothing picked
 */
GtkWidget *
qd_confidence_picker_new (void)
{
  return g_object_new (QD_TYPE_CONFIDENCE_PICKER, NULL);
}

/**
 * qd_confidence_picker_get_confidence:
 *
 * Returns: what is picked, %QD_CONFIDENCE_NONE for nothing
 */
int
qd_confidence_picker_get_confidence (QdConfidencePicker *self)
{
  g_return_val_if_fail (QD_IS_CONFIDENCE_PICKER (self), QD_CONFIDENCE_NONE);

  return self->confidence;
}

/**
 * qd_confidence_picker_set_confidence:
 * @confidence: 0 to 10, %QD_CONFIDENCE_NONE for nothing
 *
 * Notifies, but does not emit #QdConfidencePicker::edited: that is the
 * person's.
 */
void
qd_confidence_picker_set_confidence (QdConfidencePicker *self,
                                     int                 confidence)
{
  g_return_if_fail (QD_IS_CONFIDENCE_PICKER (self));
  g_return_if_fail (confidence >= QD_CONFIDENCE_NONE && confidence <= QD_CONFIDENCE_MAX);

  if (self->confidence == confidence)
    return;

  self->confidence = confidence;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
}
