/* One part of the filter of boards, as a button that takes it out.
 *
 * It names what was asked for as an action of the board, which does it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-swatch.h"
#include "widgets/qd-tooltip.h"

#include "qd-filter-chip.h"
#include "qd-filter-colour.h"

/* Longer values are cut, in characters: a chip in a row that scrolls is as wide as
 * its text. */
#define MAX_LENGTH 28

struct _QdFilterChip
{
  GtkButton parent_instance;

  QdFilterPart part;

  GtkLabel *name;
  QdSwatch *swatch;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (QdFilterChip, qd_filter_chip, GTK_TYPE_BUTTON)

static void
show_value (QdFilterChip *self,
            const char   *value)
{
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (value, -1) <= MAX_LENGTH)
    {
      gtk_label_set_text (self->value, value);
      return;
    }

  start = g_utf8_substring (value, 0, MAX_LENGTH);
  cut = g_strconcat (g_strchomp (start), "…", NULL);
  gtk_label_set_text (self->value, cut);
}

static void
show_colour (QdFilterChip *self,
             const char   *colour)
{
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), colour != NULL);
  if (colour != NULL)
    qd_swatch_set_colour (self->swatch, colour);
}

static void
qd_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_FILTER_CHIP);

  G_OBJECT_CLASS (qd_filter_chip_parent_class)->dispose (object);
}

static void
qd_filter_chip_class_init (QdFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_filter_chip_dispose;

  g_type_ensure (QD_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFilterChip, name);
  gtk_widget_class_bind_template_child (widget_class, QdFilterChip, swatch);
  gtk_widget_class_bind_template_child (widget_class, QdFilterChip, value);
}

static void
qd_filter_chip_init (QdFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_filter_chip_new:
 * @part: what it stands for; not a text
 *
 * Returns: (transfer floating): its chip, to be filled by
 *   qd_filter_chip_update()
 */
GtkWidget *
qd_filter_chip_new (const QdFilterPart *part)
{
  QdFilterChip *self = g_object_new (QD_TYPE_FILTER_CHIP, NULL);
  g_autofree char *token = qd_filter_part_format (part, NULL);

  self->part = *part;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", token);

  return GTK_WIDGET (self);
}

/**
 * qd_filter_chip_get_part:
 *
 * Returns: (transfer none): what it stands for
 */
const QdFilterPart *
qd_filter_chip_get_part (QdFilterChip *self)
{
  g_return_val_if_fail (QD_IS_FILTER_CHIP (self), NULL);

  return &self->part;
}

/**
 * qd_filter_chip_update:
 * @self: a chip
 * @store: the file that people and objectives are in
 *
 * Says in words what it stands for; names change.
 */
void
qd_filter_chip_update (QdFilterChip *self,
                       QdStore      *store)
{
  const char *name;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (QD_IS_FILTER_CHIP (self));

  name = qd_filter_part_get_name (&self->part);
  value = qd_filter_part_dup_value (&self->part, store);
  words = qd_filter_part_dup_label (&self->part, store);
  /* Translators: the name of a button; the blank is as "Owner Mara" */
  label = g_strdup_printf (_("Remove filter: %s"), words);

  gtk_widget_set_visible (GTK_WIDGET (self->name), name != NULL);
  gtk_label_set_text (self->name, name != NULL ? name : "");
  show_colour (self, qd_filter_colour_get_class (&self->part, store));
  show_value (self, value);
  qd_tooltip_set_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
