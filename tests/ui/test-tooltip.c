/* Tooltips that answer when they are asked. */

#include "config.h"

#include <gtk/gtk.h>

#include "widgets/qd-tooltip.h"

/* Whether the widget has something to say, by pointer and by keyboard. */
static gboolean
ask (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean by_pointer, by_keyboard;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &by_pointer);
  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, TRUE, tooltip, &by_keyboard);
  g_assert_cmpint (by_pointer, ==, by_keyboard);

  return by_pointer;
}

static void
test_text (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new ("14"));

  g_assert_null (qd_tooltip_get_text (widget));
  g_assert_false (ask (widget));

  qd_tooltip_set_text (widget, "14 <cards> & more");
  g_assert_cmpstr (qd_tooltip_get_text (widget), ==, "14 <cards> & more");
  g_assert_true (gtk_widget_get_has_tooltip (widget));
  g_assert_true (ask (widget));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "14 <cards> & more");

  qd_tooltip_set_text (widget, NULL);
  g_assert_null (qd_tooltip_get_text (widget));
  g_assert_false (gtk_widget_get_has_tooltip (widget));
  g_assert_false (ask (widget));

  qd_tooltip_set_text (widget, "15 cards");
  g_assert_true (ask (widget));
  g_assert_finalize_object (widget);
}

static void
test_words (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new ("0.7"));

  qd_tooltip_set_words (widget, "Progress 70%");
  g_assert_cmpstr (qd_tooltip_get_text (widget), ==, "Progress 70%");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Progress 70%");
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/tooltip/text", test_text);
  g_test_add_func ("/tooltip/words", test_words);

  return g_test_run ();
}
