/* When check-ins of a board are due, to be changed, with what that means for its
 * key results.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-rhythm-dialog.h"
#include "store/qd-edit-card.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-field-error.h"

#define DAYS_PER_WEEK 7u

/* What is offered; a board may have another from a file. */
#define MAX_WEEKS 4u

struct _QdRhythmDialog
{
  GtkWindow parent_instance;

  QdChoice *cadence;
  QdChoice *weekday;
  GtkLabel *effect;
  GtkLabel *error;

  QdStore *store;
  QdBoard *board;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BOARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdRhythmDialog, qd_rhythm_dialog, GTK_TYPE_WINDOW)

static void
get_chosen (QdRhythmDialog *self,
            QdRhythm       *rhythm)
{
  rhythm->cadence = (guint) qd_choice_get_value (self->cadence);
  rhythm->weekday = (guint) qd_choice_get_value (self->weekday);
}

static char *
name_cadence (guint cadence)
{
  const guint weeks = cadence / DAYS_PER_WEEK;

  if (cadence == DAYS_PER_WEEK)
    return g_strdup (_("Every Week"));
  if (cadence % DAYS_PER_WEEK == 0)
    return g_strdup_printf (ngettext ("Every %u Week", "Every %u Weeks", weeks), weeks);

  return g_strdup_printf (ngettext ("Every %u Day", "Every %u Days", cadence), cadence);
}

static char *
describe_days (const QdRhythm *rhythm)
{
  const guint cadence = rhythm->cadence;
  const guint weeks = cadence / DAYS_PER_WEEK;
  g_autofree char *weekday = qd_day_text_weekday (rhythm->weekday);

  if (cadence == DAYS_PER_WEEK)
    /* Translators: the name of a weekday. */
    return g_strdup_printf (_("Check-ins are due every %s."), weekday);
  if (cadence % DAYS_PER_WEEK == 0)
    /* Translators: the name of a weekday, and a number of weeks. */
    return g_strdup_printf (ngettext ("Check-ins are due on a %s every %u week.",
                                      "Check-ins are due on a %s every %u weeks.", weeks),
                            weekday, weeks);

  /* Translators: a number of days, and the name of a weekday. */
  return g_strdup_printf (ngettext ("Check-ins are due every %u day, from the first %s of the "
                                    "cycle on.",
                                    "Check-ins are due every %u days, from the first %s of the "
                                    "cycle on.", cadence),
                          cadence, weekday);
}

/* The first due day that is not over, or %QD_DAY_NONE. */
static QdDay
find_next (QdRhythmDialog *self,
           const QdRhythm *rhythm)
{
  QdCycle *cycle = qd_board_get_cycle (self->board);
  QdDay first_day, last_day, first;
  guint64 next;

  if (cycle == NULL)
    return QD_DAY_NONE;

  first_day = qd_cycle_get_first_day (cycle);
  last_day = qd_cycle_get_last_day (cycle);
  first = qd_rhythm_get_due (rhythm, first_day, last_day, QD_DAY_NONE, QD_DAY_NONE);
  if (first == QD_DAY_NONE)
    return QD_DAY_NONE;

  next = qd_rhythm_count_due (rhythm, first_day, last_day, qd_clock_today () - 1);
  next = first + next * rhythm->cadence;

  return next <= last_day ? (QdDay) next : QD_DAY_NONE;
}

static void
update_effect (QdRhythmDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *days = NULL;
  QdRhythm rhythm;
  QdDay next;

  get_chosen (self, &rhythm);
  days = describe_days (&rhythm);
  g_string_append (text, days);

  next = find_next (self, &rhythm);
  if (next != QD_DAY_NONE)
    {
      g_autofree char *day = qd_day_text_full (next);

      g_string_append_c (text, ' ');
      /* Translators: a day on which check-ins are due. */
      g_string_append_printf (text, _("The next ones are due on %s."), day);
    }

  g_string_append_c (text, ' ');
  /* Translators: said of check-ins. */
  g_string_append_printf (text, ngettext ("Without one within %u day, a key result is outdated.",
                                          "Without one within %u days, a key result is outdated.",
                                          QD_RHYTHM_GRACE),
                          QD_RHYTHM_GRACE);

  gtk_label_set_text (self->effect, text->str);
}

/* It is written when the person saves. */
static gboolean
on_edited (QdRhythmDialog *self)
{
  g_assert (QD_IS_RHYTHM_DIALOG (self));

  update_effect (self);

  return TRUE;
}

/* A rhythm that nobody chose yet is the usual one, and need not be written to stay
 * so. */
static void
on_save (QdRhythmDialog *self)
{
  g_autoptr (GError) error = NULL;
  QdRhythm before, rhythm;

  g_assert (QD_IS_RHYTHM_DIALOG (self));

  qd_board_get_rhythm (self->board, &before);
  get_chosen (self, &rhythm);

  if ((rhythm.cadence == before.cadence && rhythm.weekday == before.weekday) ||
      qd_edit_set_rhythm (self->store, qd_entity_get_id (QD_ENTITY (self->board)),
                          &rhythm, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    qd_field_error_show (self->error, NULL, error->message);
}

static void
append_cadence (QdRhythmDialog *self,
                guint           cadence)
{
  g_autofree char *name = name_cadence (cadence);

  qd_choice_append (self->cadence, (int) cadence, name);
}

static void
offer_choices (QdRhythmDialog *self,
               const QdRhythm *rhythm)
{
  const guint first = qd_day_text_get_first_weekday ();

  if (rhythm->cadence % DAYS_PER_WEEK != 0 || rhythm->cadence > MAX_WEEKS * DAYS_PER_WEEK)
    append_cadence (self, rhythm->cadence);
  for (guint weeks = 1; weeks <= MAX_WEEKS; weeks++)
    append_cadence (self, weeks * DAYS_PER_WEEK);

  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    {
      const guint weekday = (first - 1u + i) % DAYS_PER_WEEK + 1u;
      g_autofree char *name = qd_day_text_weekday (weekday);

      qd_choice_append (self->weekday, (int) weekday, name);
    }
}

static void
qd_rhythm_dialog_constructed (GObject *object)
{
  QdRhythmDialog *self = QD_RHYTHM_DIALOG (object);
  QdRhythm rhythm;

  G_OBJECT_CLASS (qd_rhythm_dialog_parent_class)->constructed (object);

  qd_board_get_rhythm (self->board, &rhythm);
  offer_choices (self, &rhythm);
  qd_choice_set_value (self->cadence, (int) rhythm.cadence);
  qd_choice_set_value (self->weekday, (int) rhythm.weekday);
  update_effect (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->cadence));
}

static void
qd_rhythm_dialog_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdRhythmDialog *self = QD_RHYTHM_DIALOG (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_BOARD:
      self->board = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_rhythm_dialog_dispose (GObject *object)
{
  QdRhythmDialog *self = QD_RHYTHM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RHYTHM_DIALOG);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_rhythm_dialog_parent_class)->dispose (object);
}

static void
qd_rhythm_dialog_class_init (QdRhythmDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_rhythm_dialog_constructed;
  object_class->set_property = qd_rhythm_dialog_set_property;
  object_class->dispose = qd_rhythm_dialog_dispose;

  /**
   * QdRhythmDialog:store:
   *
   * The file that the board is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdRhythmDialog:board:
   *
   * The board whose check-ins it is about.
   */
  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL,
                         QD_TYPE_BOARD,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  g_type_ensure (QD_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-rhythm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRhythmDialog, cadence);
  gtk_widget_class_bind_template_child (widget_class, QdRhythmDialog, weekday);
  gtk_widget_class_bind_template_child (widget_class, QdRhythmDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, QdRhythmDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
qd_rhythm_dialog_init (QdRhythmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_rhythm_dialog_present:
 * @parent: a widget in the window that asks
 * @store: the store of the board
 * @board: the board whose check-ins it is about
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdRhythmDialog *
qd_rhythm_dialog_present (GtkWidget *parent,
                          QdStore   *store,
                          QdBoard   *board)
{
  QdRhythmDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  self = g_object_new (QD_TYPE_RHYTHM_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       "store", store,
                       "board", board,
                       NULL);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
