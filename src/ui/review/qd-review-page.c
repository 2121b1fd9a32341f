/* The page on which somebody who looks after boards sees what changed on them and what
 * stands in the way, and says so.
 *
 * It is read when the page is shown, and again when the file changes while it is, by
 * qd-review-reader.c in a thread of its own. What was read last shows until then; of
 * boards of which nothing was read yet, nothing does.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-review-list.h"
#include "qd-review-page.h"
#include "qd-review-reader.h"
#include "store/qd-edit-view.h"
#include "store/qd-review-text.h"
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
  QdReviewList *list;

  QdStore *store;
  GArray *boards;      /* of QdId */
  char *name;          /* (nullable): what they are called together */
  QdDay since;         /* which day was chosen, or %QD_DAY_NONE for the last review */
  QdReviewReader *reader;
  QdToday *today;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdReviewPage, qd_review_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void on_day_changed (QdReviewPage *self);

static void
show_lines (QdReviewPage         *self,
            const QdReview       *review,
            const QdReviewChange *change)
{
  qd_review_list_change (self->list, change);
  if (change->lines->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      review->boards->len > 0 ? "nothing" : "no-board");
}

static void
show_title (QdReviewPage   *self,
            const QdReview *review)
{
  g_autofree char *title = qd_review_text_title (review, self->name);

  gtk_label_set_text (self->title, title);
}

/* The day that was chosen, or the first since which something is told. */
static void
show_since (QdReviewPage   *self,
            const QdReview *review)
{
  g_autofree char *remark = qd_review_text_remark (review);
  const QdDay today = review->today;
  QdDay day = self->since;

  if (day == QD_DAY_NONE)
    day = qd_review_text_first_day (review);

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
  const QdReview *review = qd_review_reader_get_review (self->reader);
  const gboolean read_only = qd_store_get_read_only (self->store);

  gtk_widget_set_visible (self->reviewed_button, !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.mark",
                                 !read_only && review != NULL && review->boards->len > 0);
}

static void
show_busy (QdReviewPage *self)
{
  qd_review_list_set_busy (self->list, qd_review_reader_is_reading (self->reader));
}

/* Until there are lines the page has the focus itself, or GTK would give it to whatever
 * is next in the window. Whoever is still there then begins at the first line.
 */
static void
take_focus (QdReviewPage *self)
{
  const gboolean waited = gtk_widget_is_focus (GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (waited)
    qd_review_page_focus (self);
}

static void
on_answered (QdReviewPage         *self,
             const QdReviewChange *change)
{
  const QdReview *review = qd_review_reader_get_review (self->reader);

  g_assert (QD_IS_REVIEW_PAGE (self));

  gtk_widget_show (self->head);
  show_title (self, review);
  show_since (self, review);
  show_actions (self);
  show_lines (self, review, change);
  show_busy (self);
  take_focus (self);
}

static void
on_failed (QdReviewPage *self,
           const GError *failure)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  show_busy (self);
  qd_toaster_report (GTK_WIDGET (self), failure);
}

/* A page that nobody sees is read when somebody does. */
static void
update (QdReviewPage *self)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  qd_review_reader_ask (self->reader, self->store,
                        (const QdId *) (gpointer) self->boards->data, self->boards->len,
                        qd_review_page_get_since (self), qd_today_get_day (self->today));
  show_busy (self);
}

/* What was read of other boards is of no use. */
static void
forget (QdReviewPage *self)
{
  qd_review_reader_stop (self->reader);
  qd_review_reader_forget (self->reader);
  qd_review_list_clear (self->list);
  show_actions (self);
  gtk_widget_hide (self->head);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
on_day_changed (QdReviewPage *self)
{
  g_assert (QD_IS_REVIEW_PAGE (self));

  self->since = qd_day_button_get_day (self->day_button);
  update (self);
}

static void
since_last_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);

  self->since = QD_DAY_NONE;
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->day_button), GTK_DIR_TAB_FORWARD);
}

/* Up to what was read: nobody has seen what came since. */
static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);
  const QdReview *review = qd_review_reader_get_review (self->reader);
  g_autoptr (GArray) boards = g_array_new (FALSE, FALSE, sizeof (QdReviewed));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < review->boards->len; i++)
    {
      const QdReviewBoard *board = review->boards->pdata[i];
      const QdReviewed reviewed = { board->id, board->until };

      g_array_append_val (boards, reviewed);
    }
  if (!qd_edit_mark_reviewed (self->store, (const QdReviewed *) (gpointer) boards->data,
                              boards->len, &error))
    {
      qd_toaster_report (widget, error);
      return;
    }

  self->since = QD_DAY_NONE;
  update (self);
  text = g_strdup_printf (ngettext ("%u board is reviewed", "%u boards are reviewed",
                                    boards->len), boards->len);
  qd_toaster_say (widget, text, TRUE);
}

static void
qd_review_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_review_page_parent_class)->map (widget);

  update (QD_REVIEW_PAGE (widget));
}

static void
qd_review_page_unmap (GtkWidget *widget)
{
  QdReviewPage *self = QD_REVIEW_PAGE (widget);

  gtk_widget_set_focusable (widget, FALSE);
  qd_review_reader_stop (self->reader);

  GTK_WIDGET_CLASS (qd_review_page_parent_class)->unmap (widget);
}

static void
qd_review_page_constructed (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  G_OBJECT_CLASS (qd_review_page_parent_class)->constructed (object);

  self->list = QD_REVIEW_LIST (qd_review_list_new (self->store));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  self->reader = qd_review_reader_new ();
  g_signal_connect_object (self->reader, "answered", G_CALLBACK (on_answered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  show_actions (self);
}

static void
qd_review_page_dispose (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

  if (self->reader != NULL)
    qd_review_reader_stop (self->reader);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REVIEW_PAGE);
  g_clear_object (&self->reader);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_review_page_parent_class)->dispose (object);
}

static void
qd_review_page_finalize (GObject *object)
{
  QdReviewPage *self = QD_REVIEW_PAGE (object);

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
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
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
  widget_class->unmap = qd_review_page_unmap;

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
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->today = qd_today_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The label of a button that has a mnemonic is its name already. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->reviewed_button),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->last_button),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL);

  qd_pages_attach (self->stack);
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
  const QdReview *review;
  gboolean same;

  g_return_if_fail (QD_IS_REVIEW_PAGE (self));
  g_return_if_fail (boards != NULL || n_boards == 0);

  same = self->boards->len == n_boards &&
         (n_boards == 0 || memcmp (self->boards->data, boards, n_boards * sizeof (QdId)) == 0);
  g_array_set_size (self->boards, 0);
  if (n_boards > 0)
    g_array_append_vals (self->boards, boards, n_boards);
  g_free (self->name);
  self->name = g_strdup (title);
  review = qd_review_reader_get_review (self->reader);
  if (!same)
    forget (self);
  else if (review != NULL)
    show_title (self, review);
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

  /* What was done on the day itself has changed since then. */
  return self->since != QD_DAY_NONE ? qd_day_get_start (self->since) - 1 : 0;
}

/**
 * qd_review_page_create_document:
 *
 * Returns: (transfer full) (nullable): what it tells, for paper; %NULL where nothing could
 *   be read, or there is no board
 */
QdDocument *
qd_review_page_create_document (QdReviewPage *self)
{
  const QdReview *review;

  g_return_val_if_fail (QD_IS_REVIEW_PAGE (self), NULL);

  review = qd_review_reader_get_review (self->reader);
  if (review == NULL || review->boards->len == 0)
    return NULL;

  return qd_review_text_document (review, self->name);
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

  if (qd_review_reader_get_review (self->reader) == NULL)
    {
      gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  else if (!qd_review_list_focus (self->list))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
