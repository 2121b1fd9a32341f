/* What there is to know of a key result before one checks in on it: where it belongs,
 * how it went, and what was said last. Nothing can be changed here.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "details/qd-chart-view.h"
#include "qd-run-face.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-swatch.h"

struct _QdRunFace
{
  GtkWidget parent_instance;

  GtkWidget *place_box;
  QdSwatch *swatch;
  GtkLabel *place;
  GtkLabel *title;
  QdChartView *chart;
  GtkWidget *last;
  GtkLabel *said;
  GtkLabel *note;
  GtkLabel *blocker;

  QdKeyResult *card;          /* (nullable) */
  GSignalGroup *card_signals;
};

G_DEFINE_FINAL_TYPE (QdRunFace, qd_run_face, GTK_TYPE_WIDGET)

/* "Growth · Delight our customers". */
static void
update_place (QdRunFace *self)
{
  QdColumn *column = qd_card_get_column (QD_CARD (self->card));
  QdObjective *objective = qd_card_get_objective (QD_CARD (self->card));
  QdEntity *board = column != NULL ? QD_ENTITY (qd_column_get_board (column)) : NULL;
  g_autofree char *place = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->swatch), objective != NULL);
  if (objective != NULL)
    qd_swatch_set_colour (self->swatch,
                          qd_palette_get_class (qd_objective_get_colour (objective)));
  if (board != NULL && objective != NULL)
    /* Translators: a board, and an objective on it. */
    place = g_strdup_printf (_("%s · %s"), qd_entity_get_title (board),
                             qd_entity_get_title (QD_ENTITY (objective)));
  gtk_label_set_text (self->place, place != NULL ? place :
                                   board != NULL ? qd_entity_get_title (board) : "");
}

static char *
dup_age (QdDay day)
{
  const QdDay today = qd_clock_today ();
  const guint days = today > day ? today - day : 0;

  if (days == 0)
    return g_strdup (_("Said last today"));
  if (days == 1)
    return g_strdup (_("Said last yesterday"));

  return g_strdup_printf (ngettext ("Said last %u day ago", "Said last %u days ago", days),
                          days);
}

/* Returns (nullable): the value in the words of its metric. */
static char *
dup_value (QdRunFace *self,
           double     value)
{
  const QdMetricKind metric = qd_key_result_get_metric (self->card);

  if (isnan (value))
    return NULL;
  if (metric == QD_METRIC_YES_NO)
    return g_strdup (value >= 1.0 ? _("Done") : _("Not yet"));
  if (qd_metric_kind_has_number (metric))
    return qd_number_format_quantity (value, qd_key_result_get_unit (self->card));

  return NULL;
}

static char *
dup_said (QdRunFace       *self,
          const QdCheckin *checkin)
{
  g_autofree char *value = dup_value (self, checkin->value);
  GString *said = g_string_new (NULL);
  g_autofree char *age = dup_age (checkin->day);

  g_string_append (said, age);
  if (value != NULL)
    g_string_append_printf (said, " · %s", value);
  if (checkin->confidence != QD_CONFIDENCE_NONE)
    {
      g_string_append (said, " · ");
      g_string_append_printf (said, _("confidence %d of %d"), checkin->confidence,
                              QD_CONFIDENCE_MAX);
    }

  return g_string_free (said, FALSE);
}

static const QdCheckin *
find_last (const QdDetails *details)
{
  for (guint i = details->checkins->len; i > 0; i--)
    {
      const QdCheckin *checkin = details->checkins->pdata[i - 1];

      if (!checkin->superseded)
        return checkin;
    }

  return NULL;
}

static void
show_words (GtkLabel   *label,
            const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
on_card_changed (QdRunFace *self)
{
  g_autofree char *title = NULL;

  g_assert (QD_IS_RUN_FACE (self));

  title = qd_card_text_title (QD_CARD (self->card));
  gtk_label_set_text (self->title, title);
  update_place (self);
}

/* What had to be cut can be read in a tooltip. */
static gboolean
on_query_tooltip (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  QdRunFace  *self)
{
  g_assert (QD_IS_RUN_FACE (self));

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static void
qd_run_face_dispose (GObject *object)
{
  QdRunFace *self = QD_RUN_FACE (object);

  g_clear_object (&self->card_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RUN_FACE);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (qd_run_face_parent_class)->dispose (object);
}

static void
qd_run_face_class_init (QdRunFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_run_face_dispose;

  g_type_ensure (QD_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-run-face.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, place_box);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, place);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, title);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, chart);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, last);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, said);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, note);
  gtk_widget_class_bind_template_child (widget_class, QdRunFace, blocker);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);

  gtk_widget_class_set_css_name (widget_class, "runface");
}

static void
qd_run_face_init (QdRunFace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->swatch = QD_SWATCH (qd_swatch_new (qd_palette_get_class (0)));
  gtk_widget_set_valign (GTK_WIDGET (self->swatch), GTK_ALIGN_CENTER);
  gtk_box_prepend (GTK_BOX (self->place_box), GTK_WIDGET (self->swatch));

  self->card_signals = g_signal_group_new (QD_TYPE_KEY_RESULT);
  g_signal_group_connect_swapped (self->card_signals, "notify",
                                  G_CALLBACK (on_card_changed), self);
}

/**
 * qd_run_face_set_card:
 * @card: a key result
 *
 * Shows @card, and of what was said of it nothing until qd_run_face_update().
 */
void
qd_run_face_set_card (QdRunFace   *self,
                      QdKeyResult *card)
{
  g_return_if_fail (QD_IS_RUN_FACE (self));
  g_return_if_fail (QD_IS_KEY_RESULT (card));

  g_set_object (&self->card, card);
  g_signal_group_set_target (self->card_signals, card);
  qd_chart_view_set_card (self->chart, card);
  on_card_changed (self);
}

/**
 * qd_run_face_update:
 * @details: what belongs to the card now
 *
 * Shows what was said last.
 */
void
qd_run_face_update (QdRunFace       *self,
                    const QdDetails *details)
{
  const QdCheckin *checkin;
  g_autofree char *said = NULL;
  g_autofree char *blocker = NULL;

  g_return_if_fail (QD_IS_RUN_FACE (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (details != NULL);

  checkin = find_last (details);
  if (checkin == NULL)
    {
      gtk_label_set_text (self->said, _("Nobody has checked in yet."));
      show_words (self->note, "");
      show_words (self->blocker, "");
      return;
    }

  said = dup_said (self, checkin);
  gtk_label_set_text (self->said, said);
  show_words (self->note, checkin->note);
  if (*checkin->blocker != '\0')
    blocker = g_strdup_printf (checkin->resolved != QD_DAY_NONE ? _("Resolved blocker: %s")
                                                                : _("Blocker: %s"),
                               checkin->blocker);
  show_words (self->blocker, blocker != NULL ? blocker : "");
}
