/* The chart on the screen: what it draws of a key result, tells, and saves. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "details-fixture.h"
#include "details/qd-chart-view.h"
#include "details/qd-key-result-chart.h"
#include "qd-chart-text.h"
#include "store/qd-edit.h"

#define SILENCE "With a metric, a baseline and a target, the way from the one to the other " \
                "is drawn here."

static void
set_up (DetailsFixture *fixture,
        gconstpointer   unused)
{
  GtkWidget *view;

  details_fixture_set_up (fixture, NULL);
  view = qd_chart_view_new ();
  qd_chart_view_set_card (QD_CHART_VIEW (view), fixture->nps);
  details_show (fixture, view);
}

/* How many pixels of the drawing are not empty. */
static guint
count_painted (DetailsFixture *fixture)
{
  const int width = gtk_widget_get_width (fixture->widget);
  const int height = gtk_widget_get_height (fixture->widget);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  guint n = 0;

  GTK_WIDGET_GET_CLASS (fixture->widget)->snapshot (fixture->widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                              (float) height));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    n += pixels[i] != 0;

  return n;
}

static void
assert_label (DetailsFixture *fixture,
              const char     *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* Check-ins show in it, and in its words. */
static void
test_values (DetailsFixture *fixture,
             gconstpointer   unused)
{
  g_autofree char *words = NULL;
  QdKeyResultChart drawn;
  guint n_before;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->widget), GTK_ACCESSIBLE_ROLE_IMG);
  assert_label (fixture, "Chart");
  g_assert_false (details_says (fixture->widget, SILENCE));
  n_before = count_painted (fixture);

  details_check_in (fixture, fixture->nps, qd_clock_today () - 20, 25, NULL, 7);
  details_check_in (fixture, fixture->nps, qd_clock_today () - 10, 31, NULL, 7);
  g_assert_cmpuint (count_painted (fixture), !=, n_before);

  g_assert_true (qd_key_result_chart_init (&drawn, fixture->nps));
  words = qd_chart_describe (&drawn.chart);
  g_assert_nonnull (strstr (words, "31\u00a0points"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

static void
test_no_metric (DetailsFixture *fixture,
                gconstpointer   unused)
{
  QdChartView *view = QD_CHART_VIEW (fixture->widget);
  g_autoptr (GError) error = NULL;
  int height;

  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >=, 200);

  qd_chart_view_set_card (view, fixture->churn);
  g_assert_true (details_says (fixture->widget, SILENCE));
  assert_label (fixture, "No chart yet");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, SILENCE);
  g_assert_null (ui_find (fixture->widget, GTK_TYPE_MENU_BUTTON));
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <, 100);

  qd_edit_set_metric (fixture->file.store, details_get_id (fixture->churn), QD_METRIC_MILESTONES,
                      &error);
  g_assert_no_error (error);
  g_assert_false (details_says (fixture->widget, SILENCE));

  qd_chart_view_set_card (view, NULL);
  g_assert_true (details_says (fixture->widget, SILENCE));
}

/* Where one asks for it, it is lower before anything else is. */
static void
test_shrinks (DetailsFixture *fixture,
              gconstpointer   unused)
{
  g_autoptr (GtkWidget) view = g_object_new (QD_TYPE_CHART_VIEW,
                                             "card", fixture->nps,
                                             "shrinks", TRUE,
                                             NULL);
  int least, height;

  g_object_ref_sink (view);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, -1, &least, &height, NULL, NULL);
  g_assert_cmpint (least, <, 100);
  g_assert_cmpint (height, >=, 200);
}

/* When a cycle is over, its milestones are what was ticked of them, not silence. */
static void
test_over (DetailsFixture *fixture,
           gconstpointer   unused)
{
  QdStore *store = fixture->file.store;
  QdCycle *cycle = qd_board_get_cycle (fixture->file.growth);
  const QdDay today = qd_clock_today ();
  const QdId card = details_get_id (fixture->churn);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  QdKeyResultChart drawn;
  QdId milestone;

  qd_edit_set_metric (store, card, QD_METRIC_MILESTONES, &error);
  g_assert_no_error (error);
  milestone = qd_edit_new_milestone (store, card, "Ask ten of them", &error);
  g_assert_no_error (error);
  qd_edit_set_milestone_done (store, milestone, TRUE, &error);
  g_assert_no_error (error);
  qd_edit_change_cycle (store, details_get_id (cycle), "Over", today - 90, today - 1, &error);
  g_assert_no_error (error);

  g_assert_true (qd_key_result_chart_init (&drawn, fixture->churn));
  words = qd_chart_describe (&drawn.chart);
  g_assert_null (strstr (words, qd_chart_get_silence ()));
  g_assert_nonnull (strstr (words, "100"));
}

/* Where the pointer is near a value, a tooltip says which. */
static void
test_tooltip (DetailsFixture *fixture,
              gconstpointer   unused)
{
  const int width = gtk_widget_get_width (fixture->widget);
  const int height = gtk_widget_get_height (fixture->widget);
  guint n_with = 0, n_without = 0;

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  for (int x = 0; x < width; x += 10)
    for (int y = 0; y < height; y += 10)
      {
        g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
        gboolean shown = FALSE;

        g_signal_emit_by_name (fixture->widget, "query-tooltip", x, y, FALSE, tooltip, &shown);
        n_with += shown;
        n_without += !shown;
      }

  g_assert_cmpuint (n_with, >=, 4);
  g_assert_cmpuint (n_with, <, 40);
  g_assert_cmpuint (n_without, >, 100);
}

static void
assert_begins (const char *path,
               const char *magic)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (content, strlen (magic), magic, strlen (magic));
}

static void
test_save (DetailsFixture *fixture,
           gconstpointer   unused)
{
  g_autofree char *png = ui_fixture_name (&fixture->file, "chart.png");
  g_autofree char *pdf = ui_fixture_name (&fixture->file, "chart.PDF");
  g_autofree char *nowhere = ui_fixture_name (&fixture->file, "no/chart.png");
  g_autoptr (GError) error = NULL;

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  g_assert_true (qd_key_result_chart_save (fixture->nps, FALSE, png, &error));
  g_assert_no_error (error);
  assert_begins (png, "\x89PNG");
  g_assert_true (qd_key_result_chart_save (fixture->nps, FALSE, pdf, &error));
  g_assert_no_error (error);
  assert_begins (pdf, "%PDF");

  g_assert_false (qd_key_result_chart_save (fixture->nps, FALSE, nowhere, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (qd_key_result_chart_save (fixture->churn, FALSE, png, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
}

static gboolean
press_save (gpointer dialog)
{
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);

  return G_SOURCE_CONTINUE;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* Takes the name that the dialog proposes, as soon as it has read the folder. */
static void
answer_dialog (DetailsFixture *fixture)
{
  GtkWindow *dialog = find_dialog ();
  guint id;

  g_assert_nonnull (dialog);
  id = g_timeout_add (50, press_save, dialog);
  while (find_dialog () == dialog)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  ui_settle ();
}

/* From the menu to the file, and what is said about it. */
static void
test_dialog (DetailsFixture *fixture,
             gconstpointer   unused)
{
  g_autofree char *png = g_build_filename (g_get_home_dir (), "Raise NPS.png", NULL);
  g_autofree char *pdf = g_build_filename (g_get_home_dir (), "Raise NPS.pdf", NULL);
  g_autoptr (GError) error = NULL;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  g_assert_true (gtk_widget_activate_action (fixture->widget, "chart.save-png", NULL));
  answer_dialog (fixture);
  assert_begins (png, "\x89PNG");
  g_assert_true (details_says (fixture->window, "Chart saved"));

  /* Two at a time do not take it from one another. */
  g_unlink (png);
  g_assert_true (gtk_widget_activate_action (fixture->widget, "chart.save-png", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->widget, "chart.save-pdf", NULL));
  answer_dialog (fixture);
  answer_dialog (fixture);
  assert_begins (png, "\x89PNG");
  assert_begins (pdf, "%PDF");
  g_unlink (pdf);

  /* The chart went while the person looked for a folder. */
  g_assert_true (gtk_widget_activate_action (fixture->widget, "chart.save-pdf", NULL));
  qd_edit_set_metric (fixture->file.store, details_get_id (fixture->nps), QD_METRIC_NONE,
                      &error);
  g_assert_no_error (error);
  answer_dialog (fixture);
  g_assert_true (details_says (fixture->window, "There is no chart to save any more."));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/chart-view/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, set_up, test, details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("values", test_values);
  add ("no-metric", test_no_metric);
  add ("over", test_over);
  add ("shrinks", test_shrinks);
  add ("tooltip", test_tooltip);
  add ("save", test_save);
  add ("dialog", test_dialog);

  return g_test_run ();
}
