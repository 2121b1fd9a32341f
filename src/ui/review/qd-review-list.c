/* The lines of a review as a list, with the keyboard and with comments that somebody
 * writes in them.
 *
 * A line that is still told keeps its row, whatever it says now, and with it the focus.
 * Who activates a line is taken to its place by the window, through the action
 * "win.show-found".
 *
 * The list measures hundreds of rows before it shows twenty: it begins with about as many
 * as fit, and has twice as many with each frame until all are there.
 */

#include "config.h"

#include "qd-review-list.h"
#include "qd-review-row.h"

/* How many rows a list begins with, and how many it measures at most: further ones cost
 * nothing. */
#define FIRST_ROWS 32
#define MEASURED_ROWS 200

struct _QdReviewList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListView *view;

  QdStore *store;
  GListStore *lines;        /* (element-type QdReviewLine) */
  GtkSliceListModel *slice; /* the lines that have their place in the list yet */
  guint tick_id;
  GHashTable *drafts;       /* (element-type QdId utf8): comments not sent, by card */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdReviewList, qd_review_list, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       unused)
{
  QdReviewList *self = QD_REVIEW_LIST (widget);
  const guint size = gtk_slice_list_model_get_size (self->slice) * 2;

  if (size >= MIN (MEASURED_ROWS, qd_review_list_get_n_lines (self)))
    {
      self->tick_id = 0;
      gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
      return G_SOURCE_REMOVE;
    }

  gtk_slice_list_model_set_size (self->slice, size);

  return G_SOURCE_CONTINUE;
}

static void
begin_short (QdReviewList *self)
{
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
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
get_focus_row (QdReviewList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
           ? find_row (focus) : NULL;
}

/* The row of the line that stands there now, else of the last one. */
static void
focus_position (QdReviewList *self,
                guint         position)
{
  const guint length = qd_review_list_get_n_lines (self);
  g_autoptr (QdReviewLine) line = NULL;

  if (length == 0)
    return;

  position = MIN (position, length - 1);
  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      QdReviewRow *row = find_row (child);

      if (row != NULL && qd_review_row_get_line (row) == line)
        gtk_widget_grab_focus (child);
    }
}

static gboolean
is_heading (QdReviewList *self,
            guint         position)
{
  g_autoptr (QdReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  return line != NULL && qd_review_line_is_heading (line);
}

static void
on_activate (QdReviewList *self,
             guint         position)
{
  g_autoptr (QdReviewLine) line = NULL;

  g_assert (QD_IS_REVIEW_LIST (self));

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
                QdReviewList          *self)
{
  QdReviewRow *row;

  g_assert (QD_IS_REVIEW_LIST (self));

  row = get_focus_row (self);
  if (row == NULL || gdk_keyval_to_lower (keyval) != GDK_KEY_c ||
      (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  qd_review_row_comment (row);

  return GDK_EVENT_STOP;
}

/* What was said is said on every line of the card. */
static void
on_commented (QdReviewList *self,
              QdId          card)
{
  g_assert (QD_IS_REVIEW_LIST (self));

  for (guint i = 0; i < qd_review_list_get_n_lines (self); i++)
    {
      g_autoptr (QdReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (qd_review_line_get_card (line) == card)
        qd_review_line_set_commenting (line, FALSE);
    }
}

/* A heading leads nowhere. */
static gboolean
is_activatable (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      unused)
{
  QdReviewLine *line = g_value_get_object (from);

  g_value_set_boolean (to, line != NULL && !qd_review_line_is_heading (line));

  return TRUE;
}

/* The list binds each row behind one that comes or goes anew; the item of most of them is
 * what it was.
 */
static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdReviewList             *self)
{
  GtkWidget *row = qd_review_row_new (self->store, self->drafts);

  g_assert (QD_IS_REVIEW_LIST (self));

  g_signal_connect_object (row, "commented", G_CALLBACK (on_commented), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (list_item, "item", row, "line", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (list_item, "item", list_item, "activatable",
                               G_BINDING_SYNC_CREATE, is_activatable, NULL, NULL, NULL);
}

static void
qd_review_list_dispose (GObject *object)
{
  QdReviewList *self = QD_REVIEW_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REVIEW_LIST);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->slice);
  g_clear_object (&self->lines);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_review_list_parent_class)->dispose (object);
}

static void
qd_review_list_finalize (GObject *object)
{
  QdReviewList *self = QD_REVIEW_LIST (object);

  g_hash_table_unref (self->drafts);

  G_OBJECT_CLASS (qd_review_list_parent_class)->finalize (object);
}

static void
qd_review_list_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdReviewList *self = QD_REVIEW_LIST (object);

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
qd_review_list_class_init (QdReviewListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_review_list_dispose;
  object_class->finalize = qd_review_list_finalize;
  object_class->set_property = qd_review_list_set_property;

  /**
   * QdReviewList:store:
   *
   * The file that the review is of.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-review-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReviewList, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdReviewList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
}

static void
qd_review_list_init (QdReviewList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->lines = g_list_store_new (QD_TYPE_REVIEW_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)), 0,
                                          FIRST_ROWS);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * qd_review_list_new:
 * @store: the file that the review is of
 *
 * The window that it is in offers the action "win.show-found", as for a search.
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
qd_review_list_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_REVIEW_LIST, "store", store, NULL);
}

/**
 * qd_review_list_change:
 * @self: the list
 * @change: what is another, for the lines that it tells
 *
 * Tells another review. Where the line goes that has the focus, the one in its place
 * gets it.
 */
void
qd_review_list_change (QdReviewList         *self,
                       const QdReviewChange *change)
{
  QdReviewRow *row;
  guint position = 0;

  g_return_if_fail (QD_IS_REVIEW_LIST (self));
  g_return_if_fail (change != NULL);

  if (qd_review_list_get_n_lines (self) == 0)
    begin_short (self);
  row = get_focus_row (self);
  if (row != NULL)
    g_list_store_find (self->lines, qd_review_row_get_line (row), &position);
  qd_review_change_apply (change, self->lines);
  if (row != NULL && get_focus_row (self) == NULL)
    focus_position (self, position);
}

/**
 * qd_review_list_clear:
 * @self: the list
 *
 * Tells nothing.
 */
void
qd_review_list_clear (QdReviewList *self)
{
  g_return_if_fail (QD_IS_REVIEW_LIST (self));

  g_list_store_remove_all (self->lines);
}

/**
 * qd_review_list_get_n_lines:
 *
 * Returns: how many lines there are, headings included
 */
guint
qd_review_list_get_n_lines (QdReviewList *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/**
 * qd_review_list_set_busy:
 * @busy: whether other lines are on their way
 *
 * Tells assistive technologies; nothing is to be seen of it.
 */
void
qd_review_list_set_busy (QdReviewList *self,
                         gboolean      busy)
{
  g_return_if_fail (QD_IS_REVIEW_LIST (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

/**
 * qd_review_list_focus:
 *
 * Lets the keyboard go on at the line where it was, else begin at the first that is no
 * heading.
 *
 * Returns: whether there was a line
 */
gboolean
qd_review_list_focus (QdReviewList *self)
{
  GtkWidget *before;
  guint position = 0;

  g_return_val_if_fail (QD_IS_REVIEW_LIST (self), FALSE);

  before = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  if (before != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    return TRUE;

  while (is_heading (self, position))
    position++;
  focus_position (self, position);

  return get_focus_row (self) != NULL;
}
