/* What can be asked of the filter of boards side by side: by keys, by the chips and the
 * menu of its bar.
 */

#include "config.h"

#include "filter/qd-filter-families.h"
#include "filter/qd-filter-mine.h"
#include "filter/qd-filter-tokens.h"

#include "qd-together-view-private.h"

/* Keys 1 to 9. */
#define N_DIGITS 9

static void
take_filter (QdTogetherView  *self,
             char           **tokens)
{
  g_auto (GStrv) taken = tokens;

  qd_together_view_set_filter (self, (const char * const *) taken);
}

static void
filter_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) before = qd_board_filter_dup (self->filter);
  const char * const *tokens = (const char * const *) before;

  if (g_str_equal (action_name, "board.filter"))
    take_filter (self, qd_filter_tokens_toggle (tokens, text));
  else if (g_str_equal (action_name, "board.filter-only"))
    take_filter (self, qd_filter_tokens_choose (tokens, text));
  else
    take_filter (self, qd_filter_tokens_set_text (tokens, text));
}

/* The families in the order in which the menu of the filter bar offers them. */
static void
filter_nth_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (widget);
  const guint nth = (guint) g_variant_get_int32 (parameter);
  g_autoptr (QdCardCounts) counts = qd_card_counts_new ();
  g_autoptr (GPtrArray) families = NULL;
  g_auto (GStrv) before = qd_board_filter_dup (self->filter);
  g_autofree char *token = NULL;
  QdFilterPart part = { QD_FILTER_FAMILY, QD_ID_NONE };

  families = qd_filter_families_list (self->store, G_LIST_MODEL (self->boards), counts);
  if (nth >= families->len)
    return;

  part.value = qd_entity_get_id (
    QD_ENTITY (((QdFilterFamily *) families->pdata[nth])->objective));
  token = qd_filter_part_format (&part, NULL);
  take_filter (self, qd_filter_tokens_toggle ((const char * const *) before, token));
}

static void
filter_mine_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  qd_filter_mine_toggle (widget, QD_TOGETHER_VIEW (widget)->store);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (widget);

  qd_together_view_set_filter (self, NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->filter_bar)) == NULL)
    qd_filter_bar_close (self->filter_bar);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  qd_filter_bar_open (QD_TOGETHER_VIEW (widget)->filter_bar);
}

static void
focus_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  qd_together_view_focus (QD_TOGETHER_VIEW (widget));
}

/* Installs actions and keys on the class of QdTogetherView. */
void
qd_together_view_install_filter_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "board.filter", "s", filter_action },
    { "board.filter-only", "s", filter_action },
    { "board.filter-text", "s", filter_action },
    { "board.filter-nth", "i", filter_nth_action },
    { "board.filter-mine", NULL, filter_mine_action },
    { "board.clear-filter", NULL, clear_filter_action },
    { "board.find", NULL, find_action },
    { "board.focus", NULL, focus_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter_type, actions[i].activate);
  for (guint i = 0; i < N_DIGITS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, 0,
                                         "board.filter-nth", "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "board.filter-mine", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "board.clear-filter", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "board.find", NULL);
}
