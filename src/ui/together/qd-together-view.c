/* Several boards side by side: how dense, filtered by what, in panes or as a table.
 *
 * Owns the filter of all of them and which saved view they came from. Which boards it
 * shows, and how wide their panes are, is decided with the two objects that it is
 * given, by others, too. What is asked of the filter is in qd-together-filter.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "filter/qd-filter-tokens.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

#include "qd-counts-view.h"
#include "qd-pane-row.h"
#include "qd-together-view-private.h"

enum
{
  PROP_0,
  PROP_DENSITY,
  PROP_FILTER,
  PROP_VIEW,
  PROP_START,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdTogetherView, qd_together_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
on_board_activated (QdTogetherView *self,
                    QdBoard        *board,
                    QdColumn       *column)
{
  g_assert (QD_IS_TOGETHER_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-board", "x",
                              qd_entity_get_id (QD_ENTITY (board)));
}

static GtkWidget *
get_row (QdTogetherView *self)
{
  if (self->row == NULL)
    {
      self->row = qd_pane_row_new (self->store, self->boards, self->filter, self->memory);
      gtk_stack_add_named (self->stack, self->row, "panes");
    }

  return self->row;
}

static GtkWidget *
get_counts (QdTogetherView *self)
{
  if (self->counts == NULL)
    {
      self->counts = qd_counts_view_new (self->store, G_LIST_MODEL (self->boards),
                                         self->filter);
      g_signal_connect_object (self->counts, "activated", G_CALLBACK (on_board_activated),
                               self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->counts, "counts");
    }

  return self->counts;
}

static QdPane *
get_current_pane (QdTogetherView *self)
{
  return self->row != NULL && self->density != QD_DENSITY_COUNTS
           ? qd_pane_row_get_current (QD_PANE_ROW (self->row)) : NULL;
}

static GtkWidget *
create_empty_page (void)
{
  GtkWidget *page = qd_status_page_new (
    "view-dual-symbolic", _("No Boards Chosen"),
    _("Tick the boards in the sidebar that shall stand side by side."));

  qd_status_page_add_button (QD_STATUS_PAGE (page), _("All Boards of This Cycle"),
                             "win.choose-cycle", TRUE);

  return page;
}

/* The focus goes along with what shows. */
static void
update_page (QdTogetherView *self)
{
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;
  GtkWidget *page;

  if (qd_chosen_boards_get_n (self->boards) == 0)
    {
      page = gtk_stack_get_child_by_name (self->stack, "empty");
      if (page == NULL)
        gtk_stack_add_named (self->stack, page = create_empty_page (), "empty");
    }
  else if (self->density == QD_DENSITY_COUNTS)
    {
      page = get_counts (self);
    }
  else
    {
      page = get_row (self);
      qd_pane_row_set_density (QD_PANE_ROW (page), self->density);
    }

  gtk_stack_set_visible_child (self->stack, page);
  if (had_focus)
    qd_together_view_focus (self);
}

static void
on_boards_changed (QdTogetherView *self)
{
  g_assert (QD_IS_TOGETHER_VIEW (self));

  update_page (self);
}

static void
on_filter_changed (QdTogetherView *self)
{
  g_assert (QD_IS_TOGETHER_VIEW (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
on_store_changed (QdStore        *store,
                  guint           changes,
                  QdTogetherView *self)
{
  g_assert (QD_IS_TOGETHER_VIEW (self));

  if (changes & QD_CHANGES_PLACES)
    {
      g_auto (GStrv) filter = qd_together_view_dup_filter (self);

      qd_together_view_set_filter (self, (const char * const *) filter);
    }
  qd_board_filter_follow (self->filter, changes);
  if (self->view != NULL && !qd_entity_get_alive (QD_ENTITY (self->view)))
    {
      g_clear_object (&self->view);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
    }
}

static void
on_day_changed (QdTogetherView *self)
{
  g_assert (QD_IS_TOGETHER_VIEW (self));

  qd_board_filter_set_today (self->filter, qd_today_get_day (self->clock));
}

/* The state of a toggle button that names "together.density" comes from here. */
static void
density_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *nick = g_variant_get_string (parameter, NULL);
  int density;

  if (qd_enum_find_nick (QD_TYPE_DENSITY, nick, &density))
    qd_together_view_set_density (QD_TOGETHER_VIEW (widget), (QdDensity) density);
}

static void
qd_together_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (object);

  switch (property_id)
    {
    case PROP_DENSITY:
      g_value_set_string (value, qd_enum_get_nick (QD_TYPE_DENSITY, (int) self->density));
      break;

    case PROP_FILTER:
      g_value_take_boxed (value, qd_together_view_dup_filter (self));
      break;

    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;

    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_together_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (object);
  int density;

  switch (property_id)
    {
    case PROP_DENSITY:
      if (g_value_get_string (value) != NULL &&
          qd_enum_find_nick (QD_TYPE_DENSITY, g_value_get_string (value), &density))
        qd_together_view_set_density (self, (QdDensity) density);
      break;

    case PROP_START:
      qd_together_view_set_start (self, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_together_view_dispose (GObject *object)
{
  QdTogetherView *self = QD_TOGETHER_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TOGETHER_VIEW);
  self->row = NULL;
  self->counts = NULL;
  g_clear_object (&self->view);
  g_clear_object (&self->clock);
  g_clear_object (&self->filter);
  g_clear_object (&self->memory);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_together_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char * const densities[] = { "counts", "compact", "cards" };

  qd_together_view_install_filter_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "together.density", "density");

  gtk_widget_class_install_action (widget_class, "together.show-as", "s", density_action);
  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "together.show-as", "s", densities[i]);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdTogetherView:density:
   *
   * Nick of the #QdDensity.
   */
  properties[PROP_DENSITY] =
    g_param_spec_string ("density", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdTogetherView:filter:
   *
   * Which cards show, as for qd_board_filter_set(); empty for all cards.
   */
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdTogetherView:view:
   *
   * The saved view that was shown last, or %NULL.
   */
  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, QD_TYPE_VIEW,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdTogetherView:start:
   *
   * Id of the saved view that is opened at start; %QD_ID_NONE for none.
   */
  properties[PROP_START] =
    g_param_spec_int64 ("start", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                        G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_together_view_class_init (QdTogetherViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_together_view_dispose;
  object_class->get_property = qd_together_view_get_property;
  object_class->set_property = qd_together_view_set_property;

  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (QD_TYPE_FILTER_BAR);
  g_type_ensure (QD_TYPE_VIEW_MENU);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-together-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTogetherView, top);
  gtk_widget_class_bind_template_child (widget_class, QdTogetherView, view_menu);
  gtk_widget_class_bind_template_child (widget_class, QdTogetherView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, QdTogetherView, stack);

  gtk_widget_class_set_css_name (widget_class, "together");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_together_view_init (QdTogetherView *self)
{
  self->density = QD_DENSITY_COMPACT;
  self->filter = qd_board_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);

  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * qd_together_view_new:
 * @store: the file that the boards are in
 * @boards: the boards, from left to right
 * @memory: how wide panes are, and which are folded
 *
 * It activates "win.show-board" with the id of a board, to show that alone.
 *
 * Returns: (transfer floating): the boards side by side
 */
GtkWidget *
qd_together_view_new (QdStore        *store,
                      QdChosenBoards *boards,
                      QdPaneMemory   *memory)
{
  QdTogetherView *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (boards), NULL);
  g_return_val_if_fail (QD_IS_PANE_MEMORY (memory), NULL);

  self = g_object_new (QD_TYPE_TOGETHER_VIEW, NULL);
  self->store = g_object_ref (store);
  self->boards = g_object_ref (boards);
  self->memory = g_object_ref (memory);
  self->clock = qd_today_new (qd_store_get_workspace (store));
  g_signal_connect_object (self->clock, "notify::day", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  on_day_changed (self);
  qd_board_filter_set_store (self->filter, store);
  qd_filter_bar_set_store (self->filter_bar, store, self->filter);
  qd_filter_bar_set_boards (self->filter_bar, G_LIST_MODEL (boards));
  qd_view_menu_set_view (self->view_menu, store, self, boards);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (on_boards_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  update_page (self);

  return GTK_WIDGET (self);
}

/**
 * qd_together_view_get_density:
 *
 * Returns: how much is shown of each board
 */
QdDensity
qd_together_view_get_density (QdTogetherView *self)
{
  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), QD_DENSITY_CARDS);

  return self->density;
}

/**
 * qd_together_view_set_density:
 * @self: boards side by side
 * @density: how much to show of each board
 */
void
qd_together_view_set_density (QdTogetherView *self,
                              QdDensity       density)
{
  g_return_if_fail (QD_IS_TOGETHER_VIEW (self));

  if (self->density == density)
    return;

  self->density = density;
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DENSITY]);
}

/**
 * qd_together_view_dup_filter:
 *
 * Returns: (transfer full): which cards show, as for qd_board_filter_set()
 */
char **
qd_together_view_dup_filter (QdTogetherView *self)
{
  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), NULL);

  return qd_board_filter_dup (self->filter);
}

/**
 * qd_together_view_set_filter:
 * @self: boards side by side
 * @filter: (nullable) (array zero-terminated=1): as qd_together_view_dup_filter(); what
 *   names something that is not on any of the boards is left out
 */
void
qd_together_view_set_filter (QdTogetherView     *self,
                             const char * const *filter)
{
  g_auto (GStrv) alive = NULL;

  g_return_if_fail (QD_IS_TOGETHER_VIEW (self));

  alive = qd_filter_tokens_dup_alive (filter, self->store, G_LIST_MODEL (self->boards));
  qd_board_filter_set (self->filter, (const char * const *) alive);
}

/**
 * qd_together_view_get_view:
 *
 * Returns: (transfer none) (nullable): the saved view that was shown last
 */
QdView *
qd_together_view_get_view (QdTogetherView *self)
{
  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), NULL);

  return self->view;
}

/**
 * qd_together_view_show:
 * @self: boards side by side
 * @view: a saved view
 *
 * Shows the boards of the view, in its order, density and filter.
 */
void
qd_together_view_show (QdTogetherView *self,
                       QdView         *view)
{
  const QdId *boards;
  guint n_boards;

  g_return_if_fail (QD_IS_TOGETHER_VIEW (self));
  g_return_if_fail (QD_IS_VIEW (view));

  boards = qd_view_get_boards (view, &n_boards);
  qd_chosen_boards_set (self->boards, boards, n_boards);
  qd_together_view_set_density (self, qd_view_get_density (view));
  qd_together_view_set_filter (self, qd_view_get_filter (view));
  if (g_set_object (&self->view, view))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * qd_together_view_shows:
 * @self: boards side by side
 * @view: a saved view
 *
 * Returns: whether what shows is all that the view says, and nothing else
 */
gboolean
qd_together_view_shows (QdTogetherView *self,
                        QdView         *view)
{
  g_auto (GStrv) shown = NULL;
  g_auto (GStrv) saved = NULL;
  const QdId *boards;
  guint n_boards;

  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), FALSE);
  g_return_val_if_fail (QD_IS_VIEW (view), FALSE);

  boards = qd_view_get_boards (view, &n_boards);
  shown = qd_together_view_dup_filter (self);
  saved = qd_filter_tokens_dup_alive (qd_view_get_filter (view), self->store,
                                      G_LIST_MODEL (self->boards));

  return qd_chosen_boards_are (self->boards, boards, n_boards) &&
         self->density == qd_view_get_density (view) &&
         g_strv_equal ((const char * const *) shown, (const char * const *) saved);
}

/**
 * qd_together_view_get_start:
 *
 * Returns: the id of the saved view that is opened at start, or %QD_ID_NONE
 */
QdId
qd_together_view_get_start (QdTogetherView *self)
{
  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), QD_ID_NONE);

  return self->start;
}

/**
 * qd_together_view_set_start:
 * @self: boards side by side
 * @view: the id of the saved view that is to be opened at start, or %QD_ID_NONE
 */
void
qd_together_view_set_start (QdTogetherView *self,
                            QdId            view)
{
  g_return_if_fail (QD_IS_TOGETHER_VIEW (self));

  if (self->start == view)
    return;

  self->start = view;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

/**
 * qd_together_view_get_current_board:
 *
 * Returns: (transfer none) (nullable): the board that has the focus, or had it last
 */
QdBoard *
qd_together_view_get_current_board (QdTogetherView *self)
{
  QdPane *pane;

  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), NULL);

  pane = get_current_pane (self);

  return pane != NULL ? qd_pane_get_board (pane) : NULL;
}

/**
 * qd_together_view_get_board_view:
 *
 * Returns: (transfer none) (nullable): what shows the cards of that board
 */
GtkWidget *
qd_together_view_get_board_view (QdTogetherView *self)
{
  QdPane *pane;

  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), NULL);

  pane = get_current_pane (self);

  return pane != NULL ? qd_pane_get_board_view (pane) : NULL;
}

/**
 * qd_together_view_get_current_card:
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
QdCard *
qd_together_view_get_current_card (QdTogetherView *self)
{
  GtkWidget *view = qd_together_view_get_board_view (self);

  return view != NULL ? qd_board_view_get_current_card (QD_BOARD_VIEW (view)) : NULL;
}

/**
 * qd_together_view_reveal:
 * @self: boards side by side
 * @card: a card
 *
 * Scrolls to the card and puts the focus on it, where cards show.
 *
 * Returns: whether it is there
 */
gboolean
qd_together_view_reveal (QdTogetherView *self,
                         QdCard         *card)
{
  g_return_val_if_fail (QD_IS_TOGETHER_VIEW (self), FALSE);

  return self->density != QD_DENSITY_COUNTS && self->row != NULL &&
         qd_pane_row_reveal (QD_PANE_ROW (self->row), card);
}

/**
 * qd_together_view_focus:
 *
 * Puts the focus on the boards.
 */
void
qd_together_view_focus (QdTogetherView *self)
{
  GtkWidget *page;

  g_return_if_fail (QD_IS_TOGETHER_VIEW (self));

  page = gtk_stack_get_visible_child (self->stack);
  if (page == NULL || !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
