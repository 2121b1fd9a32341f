/* The page on which somebody who looks after boards sees what changed on them and what
 * stands in the way, and says so.
 *
 * It is read when the page is shown, and again when the file changes while it is. Who
 * activates a line is taken to its place by the window, through the action
 * "win.show-found".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-review-page.h"
#include "qd-review-row.h"
#include "store/qd-edit-view.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-today.h"

/* Nobody asks for what changed before. */
#define DAYS_BACK 366

struct _QdReviewPage
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkLabel *title;
  GtkWidget *reviewed_button;
  QdDayButton *day_button;
  GtkWidget *last_button;
  GtkLabel *remark;
  GtkStack *stack;
  GtkListView *list;

  QdStore *store;
  GArray *boards;      /* of QdId */
  char *name;          /* (nullable): what they are called together */
  QdDay since;         /* which day was chosen, or %QD_DAY_NONE for the last review */
  QdReview *review;    /* (nullable): as it was read last */
  GListStore *lines;   /* (element-type QdReviewLine) */
  GHashTable *drafts;  /* (element-type QdId utf8): comments that were not sent, by card */
  QdToday *today;
  guint update_id;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdReviewPage, qd_review_page, GTK_TYPE_WIDGET)

static void on_day_changed (QdReviewPage *self);

static const char *
peek_key (QdReviewPage *self,
          guint         position)
{
  g_autoptr (QdReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  return line != NULL ? qd_review_line_get_key (line) : NULL;
}

static GHashTable *
collect_keys (GPtrArray *lines)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (keys, (gpointer) qd_review_line_get_key (lines->pdata[i]));

  return keys;
}

/* How many lines from @position on are told no more. */
static guint
count_gone (QdReviewPage *self,
            guint         position,
            GHashTable   *keys)
{
  guint end = position;

  while (peek_key (self, end) != NULL && !g_hash_table_contains (keys, peek_key (self, end)))
    end++;

  return end - position;
}

/* Rows of what is still told stay, whatever it says now: the focus may be in one, or a
 * comment that somebody writes.
 */
static void
set_lines (QdReviewPage *self,
           GPtrArray    *lines)
{
  g_autoptr (GHashTable) keys = collect_keys (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      QdReviewLine *line = lines->pdata[i];
      const guint n_gone = count_gone (self, i, keys);
      const char *key;

      if (n_gone > 0)
        g_list_store_splice (self->lines, i, n_gone, NULL, 0);
      key = peek_key (self, i);
      if (g_strcmp0 (key, qd_review_line_get_key (line)) == 0)
        {
          g_autoptr (QdReviewLine) there = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

          qd_review_line_take (there, line);
        }
      else
        g_list_store_insert (self->lines, i, line);
    }
  g_list_store_splice (self->lines, lines->len,
                       g_list_model_get_n_items (G_LIST_MODEL (self->lines)) - lines->len,
                       NULL, 0);
}

/* The row that a widget in the list is, or is in. */
static QdReviewRow *
find_row (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, QD_TYPE_REVIEW_ROW);

  if (row == NULL)
    row = gtk_widget_get_first_child (widget);

  return QD_IS_REVIEW_ROW (row) ? QD_REVIEW_ROW (row) : NULL;
}

static QdReviewRow *
get_focus_row (QdReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
           ? find_row (focus) : NULL;
}

/* The row of the line that stands there now, else of the last one. */
static void
focus_position (QdReviewPage *self,
                guint         position)
{
  const guint length = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr (QdReviewLine) line = NULL;

  if (length == 0)
    return;

  position = MIN (position, length - 1);
  line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      QdReviewRow *row = find_row (child);

      if (row != NULL && qd_review_row_get_line (row) == line)
        gtk_widget_grab_focus (child);
    }
}

static void
show_lines (QdReviewPage *self,
            GPtrArray    *lines)
{
  QdReviewRow *row = get_focus_row (self);
  guint position = 0;

  if (row != NULL)
    g_list_store_find (self->lines, qd_review_row_get_line (row), &position);
  set_lines (self, lines);
  if (row != NULL && get_focus_row (self) == NULL)
    focus_position (self, position);

  if (lines->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      self->review->boards->len > 0 ? "nothing" : "no-board");
}

static void
show_title (QdReviewPage *self)
{
  const guint n = self->review->boards->len;
  const QdReviewBoard *board = n == 1 ? self->review->boards->pdata[0] : NULL;
  const char *name = self->name != NULL || board == NULL ? self->name : board->title;
  g_autofree char *title = NULL;

  if (name != NULL)
    title = g_strdup_printf (_("Review of %s"), name);
  else
    title = g_strdup_printf (ngettext ("Review of %u board", "Review of %u boards", n), n);
  gtk_label_set_text (self->title, title);
}

/* When all boards were reviewed, if on one day; for never, no day. */
static gboolean
find_common_day (const QdReview *review,
                 QdDay          *day)
{
  for (guint i = 0; i < review->boards->len; i++)
    {
      const QdReviewBoard *board = review->boards->pdata[i];
      const QdDay reviewed = board->reviewed != 0 ? qd_day_of_instant (board->reviewed)
                                                  : QD_DAY_NONE;

      if (i > 0 && reviewed != *day)
        return FALSE;
      *day = reviewed;
    }

  return review->boards->len > 0;
}

static char *
describe_reviews (QdReviewPage *self)
{
  g_autofree char *text = NULL;
  QdDay day = QD_DAY_NONE;
  guint n_never = 0;

  if (find_common_day (self->review, &day))
    {
      if (day == QD_DAY_NONE)
        return g_strdup (self->since == QD_DAY_NONE
                           ? _("Never reviewed; what changed in the last seven days")
                           : _("Never reviewed"));
      if (day == self->review->today)
        return g_strdup (_("Last reviewed today"));
      text = qd_day_to_long (day);
      return g_strdup_printf (_("Last reviewed on %s"), text);
    }

  for (guint i = 0; i < self->review->boards->len; i++)
    n_never += ((const QdReviewBoard *) self->review->boards->pdata[i])->reviewed == 0 ? 1 : 0;
  if (n_never > 0)
    return g_strdup_printf (ngettext ("Reviewed on different days, %u board never",
                                      "Reviewed on different days, %u boards never", n_never),
                            n_never);

  return g_strdup (_("Reviewed on different days"));
}

/* The day that was chosen, or the first since which something is told. */
static void
show_since (QdReviewPage *self)
{
  g_autofree char *remark = describe_reviews (self);
  const QdDay today = self->review->today;
  gint64 first = G_MAXINT64;
  QdDay day = self->since;

  for (guint i = 0; i < self->review->boards->len; i++)
    first = MIN (first, ((const QdReviewBoard *) self->review->boards->pdata[i])->since);
  if (day == QD_DAY_NONE && first != G_MAXINT64)
    day = qd_day_of_instant (first);

  g_signal_handlers_block_by_func (self->day_button, on_day_changed, self);
  qd_day_button_set_range (self->day_button, today - DAYS_BACK, today);
  qd_day_button_set_day (self->day_button, day);
  g_signal_handlers_unblock_by_func (self->day_button, on_day_changed, self);
  gtk_widget_set_visible (self->last_button, self->since != QD_DAY_NONE);
  gtk_label_set_text (self->remark, remark);
}

static void
show_actions (QdReviewPage *self)
{
  const gboolean read_only = qd_store_get_read_only (self->store);

  gtk_widget_set_visible (self->reviewed_button, !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.mark",
                                 !read_only && self->review != NULL &&
                                 self->review->boards->len > 0);
}

/* What was done on the day itself has changed since. */
static gint64
get_start (QdDay day)
{
  g_autoptr (GDateTime) start = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  start = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                 g_date_get_day (&date), 0, 0, 0);

  return start != NULL ? g_date_time_to_unix (start) * 1000 - 1 : 0;
}

static void
update (QdReviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  QdReview *review = qd_review_read (self->store, (const QdId *) (gpointer) self->boards->data,
                                     self->boards->len, qd_review_page_get_since (self),
                                     qd_today_get_day (self->today), &error);

  if (review == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->review, qd_review_free);
  self->review = review;
  lines = qd_review_line_list (review);
  show_title (self);
  show_since (self);
  show_actions (self);
  show_lines (self, lines);
}

static gboolean
on_idle (gpointer user_data)
{
  QdReviewPage *self = user_data;

  g_assert (QD_IS_REVIEW_PAGE (self));

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in a row are read once. A page that nobody sees is read when somebody
 * does.
 */
static void
queue_update (QdReviewPage *self)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (on_idle, self);
}

static void
on_day_changed (QdReviewPage *self)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  self->since = qd_day_button_get_day (self->day_button);
  queue_update (self);
}

static void
since_last_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);

  self->since = QD_DAY_NONE;
  queue_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->day_button), GTK_DIR_TAB_FORWARD);
}

/* Up to what was read: nobody has seen what came since. */
static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->review->boards->len; i++)
    g_array_append_val (ids, ((QdReviewBoard *) self->review->boards->pdata[i])->id);
  if (!qd_edit_mark_reviewed (self->store, (const QdId *) (gpointer) ids->data, ids->len,
                              self->review->until, &error))
    {
      qd_toaster_report (widget, error);
      return;
    }

  self->since = QD_DAY_NONE;
  queue_update (self);
  text = g_strdup_printf (ngettext ("%u board is reviewed", "%u boards are reviewed", ids->len),
                          ids->len);
  qd_toaster_say (widget, text, TRUE);
}

static void
on_activate (QdReviewPage *self,
             guint         position)
{
  g_autoptr (QdReviewLine) line = NULL;

  g_assert (QD_IS_REVIEW_PAGE (self));

  line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  if (line == NULL || qd_review_line_is_heading (line))
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(xxx)",
                              qd_review_line_get_about (line), qd_review_line_get_card (line),
                              qd_review_line_is_present (line)
                                ? qd_review_line_get_board (line) : QD_ID_NONE);
}

/* What somebody types in an entry does not come here. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdReviewPage          *self)
{
  QdReviewRow *row;

  g_assert (QD_IS_REVIEW_PAGE (self));

  row = get_focus_row (self);
  if (row == NULL || gdk_keyval_to_lower (keyval) != GDK_KEY_c ||
      (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  qd_review_row_comment (row);

  return GDK_EVENT_STOP;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdReviewPage             *self)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  gtk_list_item_set_child (list_item, qd_review_row_new (self->store, self->drafts));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         QdReviewPage             *self)
{
  QdReviewRow *row = QD_REVIEW_ROW (gtk_list_item_get_child (list_item));

  g_assert (QD_IS_REVIEW_PAGE (self));

  qd_review_row_set_line (row, gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           QdReviewPage             *self)
{
  qd_review_row_set_line (QD_REVIEW_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
qd_review_page_map (GtkWidget *widget)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);

  /* First, so that nothing is shown that was so once. */
  update (self);

  GTK_WIDGET_CLASS (qd_review_page_parent_class)->map (widget);
}

static void
qd_review_page_constructed (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  G_OBJECT_CLASS (qd_review_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  show_actions (self);
}

static void
qd_review_page_dispose (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REVIEW_PAGE);
  g_clear_object (&self->lines);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_review_page_parent_class)->dispose (object);
}

static void
qd_review_page_finalize (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  g_clear_pointer (&self->review, qd_review_free);
  g_hash_table_unref (self->drafts);
  g_array_unref (self->boards);
  g_free (self->name);

  G_OBJECT_CLASS (qd_review_page_parent_class)->finalize (object);
}

static void
qd_review_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, reviewed_button);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, last_button);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, remark);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdReviewPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
qd_review_page_class_init (QdReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_review_page_constructed;
  object_class->dispose = qd_review_page_dispose;
  object_class->finalize = qd_review_page_finalize;
  object_class->set_property = qd_review_page_set_property;

  widget_class->map = qd_review_page_map;

  /**
   * QdReviewPage:store:
   *
   * The file whose boards are reviewed.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "reviewpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "review.mark", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "review.since-last", NULL, since_last_action);
  bind_template (widget_class);
}

static void
qd_review_page_init (QdReviewPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->lines = g_list_store_new (QD_TYPE_REVIEW_LINE);
  self->today = qd_today_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  qd_pages_attach (self->stack);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("object-select-symbolic",
                                           _("Nothing Changed, Nothing Is Stuck"),
                                           _("There is nothing to follow up on.")),
                       "nothing");
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("package-x-generic-symbolic",
                                           _("No Board to Review"),
                                           _("Choose a board, or several side by side.")),
                       "no-board");

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * qd_review_page_new:
 * @store: the file whose boards to review
 *
 * The window that it is in offers the action "win.show-found", as for a search.
 *
 * Returns: (transfer floating): a page without boards
 */
GtkWidget *
qd_review_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_REVIEW_PAGE, "store", store, NULL);
}

/**
 * qd_review_page_set_boards:
 * @self: the page
 * @boards: (array length=n_boards): ids of boards
 * @n_boards: how many
 * @title: (nullable): what they are called together, as the name of a view; %NULL for
 *   the board's own title, or how many they are
 *
 * Reviews other boards, or the same under another name. Comments that were not sent are
 * kept.
 */
void
qd_review_page_set_boards (QdReviewPage *self,
                           const QdId   *boards,
                           guint         n_boards,
                           const char   *title)
{
  g_return_if_fail (QD_IS_REVIEW_PAGE (self));
  g_return_if_fail (boards != NULL || n_boards == 0);

  g_array_set_size (self->boards, 0);
  if (n_boards > 0)
    g_array_append_vals (self->boards, boards, n_boards);
  g_free (self->name);
  self->name = g_strdup (title);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/**
 * qd_review_page_get_since:
 *
 * Returns: the instant since when changes are told, as qd_review_read() takes it: 0 for
 *   the last review of each board
 */
gint64
qd_review_page_get_since (QdReviewPage *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_PAGE (self), 0);

  return self->since != QD_DAY_NONE ? get_start (self->since) : 0;
}

/**
 * qd_review_page_focus:
 *
 * Lets the keyboard begin at the first line, or at the head where there is none.
 */
void
qd_review_page_focus (QdReviewPage *self)
{
  g_return_if_fail (QD_IS_REVIEW_PAGE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) == 0 ||
      !gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
