/* A part that can be asked for, in the menu of a filter: a check box with the colour
 * of what it is and how many cards that are.
 *
 * For parts that a plain item of a menu, which knows no colours, does not tell apart.
 * Whether it is ticked is up to its action.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-swatch.h"

#include "qd-filter-colour.h"
#include "qd-filter-item.h"

struct _QdFilterItem
{
  GtkCheckButton parent_instance;

  QdSwatch *swatch;
  GtkLabel *value;
  GtkLabel *aligned;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (QdFilterItem, qd_filter_item, GTK_TYPE_CHECK_BUTTON)

static void
show_aligned (QdFilterItem *self,
              const char   *value,
              guint         n_aligned)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (n_aligned == 0)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, value,
                                      -1);
      return;
    }

  /* Translators: behind an objective: how many others are aligned to it */
  text = g_strdup_printf (ngettext ("and %u aligned", "and %u aligned", n_aligned), n_aligned);
  /* Translators: an objective, and "and 3 aligned" */
  label = g_strdup_printf (C_("family", "%s %s"), value, text);

  gtk_label_set_text (self->aligned, text);
  gtk_widget_show (GTK_WIDGET (self->aligned));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_count (QdFilterItem *self,
            guint         n_cards)
{
  g_autofree char *count = g_strdup_printf ("%u", n_cards);
  g_autofree char *words = NULL;

  words = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
qd_filter_item_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_FILTER_ITEM);

  G_OBJECT_CLASS (qd_filter_item_parent_class)->dispose (object);
}

static void
qd_filter_item_class_init (QdFilterItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_filter_item_dispose;

  g_type_ensure (QD_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-filter-item.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFilterItem, swatch);
  gtk_widget_class_bind_template_child (widget_class, QdFilterItem, value);
  gtk_widget_class_bind_template_child (widget_class, QdFilterItem, aligned);
  gtk_widget_class_bind_template_child (widget_class, QdFilterItem, count);
}

static void
qd_filter_item_init (QdFilterItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_filter_item_new:
 * @part: what it stands for; something that has a colour
 * @store: the file that objectives are in
 * @n_aligned: how many other objectives count as this one
 * @n_cards: how many cards are what it stands for
 *
 * Returns: (transfer floating): its check box
 */
GtkWidget *
qd_filter_item_new (const QdFilterPart *part,
                    QdStore            *store,
                    guint               n_aligned,
                    guint               n_cards)
{
  QdFilterItem *self = g_object_new (QD_TYPE_FILTER_ITEM, NULL);
  g_autofree char *value = qd_filter_part_dup_value (part, store);

  qd_swatch_set_colour (self->swatch, qd_filter_colour_get_class (part, store));
  gtk_label_set_text (self->value, value);
  show_aligned (self, value, n_aligned);
  show_count (self, n_cards);

  return GTK_WIDGET (self);
}
