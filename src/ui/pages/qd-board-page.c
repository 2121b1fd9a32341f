/* A board alone, or several side by side; and beside them the details of one of their
 * cards when somebody asks for them, and notes for those who plan on the board.
 *
 * The details and the notes follow the focus from card to card while they are open.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "details/qd-details-pane.h"
#include "together/qd-together-view.h"
#include "widgets/qd-after-frame.h"
#include "widgets/qd-aside.h"
#include "widgets/qd-pages.h"

#include "qd-board-page-private.h"

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BOARDS,
  PROP_MEMORY,
  PROP_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdBoardPage, qd_board_page, GTK_TYPE_WIDGET)

static QdCard *
get_current_card (QdBoardPage *self)
{
  return qd_board_page_get_together (self)
           ? qd_together_view_get_current_card (QD_TOGETHER_VIEW (self->together))
           : qd_board_view_get_current_card (QD_BOARD_VIEW (self->board_view));
}

/* The card whose details are open, if any. */
static QdCard *
get_open_card (QdBoardPage *self)
{
  return self->details != NULL && qd_aside_get_open (QD_ASIDE (self->aside))
           ? qd_details_pane_get_card (QD_DETAILS_PANE (self->details)) : NULL;
}

/* Puts the focus on a card, where it is on a board that shows. */
static gboolean
reveal (QdBoardPage *self,
        QdCard      *card)
{
  return qd_board_page_get_together (self)
           ? qd_together_view_reveal (QD_TOGETHER_VIEW (self->together), card)
           : qd_board_view_reveal (QD_BOARD_VIEW (self->board_view),
                                   qd_entity_get_id (QD_ENTITY (card)));
}

static void
ensure_details (QdBoardPage *self)
{
  if (self->details != NULL)
    return;

  self->details = qd_details_pane_new (
    self->store, qd_board_view_get_today (QD_BOARD_VIEW (self->board_view)));
  gtk_widget_set_vexpand (self->details, TRUE);
  gtk_widget_set_hexpand (self->details, TRUE);
  gtk_box_append (GTK_BOX (self->pane), self->details);
  if (self->planning != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->pane), self->planning, self->details);
}

static void
show_card (QdBoardPage *self,
           QdCard      *card)
{
  qd_details_pane_set_card (QD_DETAILS_PANE (self->details), card);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/* Before anybody asks for it, with a card for a moment: style, fonts and texts take
 * their time when they are needed first. */
static void
make_details (GtkWidget *widget)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);
  QdDetailsPane *details;
  QdCard *card;

  ensure_details (self);
  details = QD_DETAILS_PANE (self->details);
  if (qd_details_pane_get_card (details) != NULL)
    return;

  card = get_current_card (self);
  if (card != NULL)
    qd_details_pane_rehearse (details, card, qd_aside_get_width (QD_ASIDE (self->aside)));
}

static void
on_focus_changed (QdBoardPage *self)
{
  QdCard *card;

  g_assert (QD_IS_BOARD_PAGE (self));

  if (!qd_aside_get_open (QD_ASIDE (self->aside)))
    return;

  card = get_current_card (self);
  if (card == NULL)
    return;

  if (get_open_card (self) != NULL)
    show_card (self, card);
  qd_board_page_note_card (self, card);
}

/* The board of the card is not the one that shows any more. */
static void
on_board_changed (QdBoardPage *self)
{
  g_assert (QD_IS_BOARD_PAGE (self));

  qd_board_page_close_card (self);
  qd_board_page_set_planning (self, FALSE);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);
  QdCard *card = get_current_card (self);

  if (card == NULL)
    return;

  qd_board_page_open_card (self, card);
  if (g_str_equal (name, "card.check-in"))
    qd_details_pane_focus_checkin (QD_DETAILS_PANE (self->details));
  else
    qd_details_pane_focus (QD_DETAILS_PANE (self->details));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  qd_board_page_close_card (QD_BOARD_PAGE (widget));
}

/* Where the focus is on the board. The details have the key themselves, and the
 * filter bar has a use of its own for it. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *unused_arguments,
           gpointer   unused)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);

  if (get_open_card (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  qd_board_page_close_card (self);

  return GDK_EVENT_STOP;
}

static void
qd_board_page_root (GtkWidget *widget)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);

  GTK_WIDGET_CLASS (qd_board_page_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed),
                            self);
}

static void
qd_board_page_unroot (GtkWidget *widget)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (qd_board_page_parent_class)->unroot (widget);
}

/* To make the details takes longer than a frame. The board comes first, and nobody is
 * to wait for them who opens a card. */
static void
qd_board_page_map (GtkWidget *widget)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);

  GTK_WIDGET_CLASS (qd_board_page_parent_class)->map (widget);

  if (self->details == NULL)
    qd_after_frame_queue (&self->details_frame, widget, G_PRIORITY_LOW, make_details);
}

static void
qd_board_page_constructed (GObject *object)
{
  QdBoardPage *self = QD_BOARD_PAGE (object);

  G_OBJECT_CLASS (qd_board_page_parent_class)->constructed (object);

  self->board_view = qd_board_view_new (self->store);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, self->board_view);
  qd_pages_attach (self->stack);
  self->pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->aside = qd_aside_new (GTK_WIDGET (self->stack), self->pane);
  gtk_widget_set_parent (self->aside, GTK_WIDGET (self));
  g_signal_connect_object (self->board_view, "notify::board", G_CALLBACK (on_board_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
qd_board_page_dispose (GObject *object)
{
  QdBoardPage *self = QD_BOARD_PAGE (object);

  qd_after_frame_cancel (&self->details_frame);
  g_clear_pointer (&self->aside, gtk_widget_unparent);
  g_clear_object (&self->memory);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_page_parent_class)->dispose (object);
}

static void
qd_board_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_board_page_get_card (QD_BOARD_PAGE (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdBoardPage *self = QD_BOARD_PAGE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_BOARDS:
      self->boards = g_value_dup_object (value);
      break;

    case PROP_MEMORY:
      self->memory = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "card.check-in", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "details.close", NULL, close_action);
  qd_board_page_install_planning (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
qd_board_page_class_init (QdBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_board_page_constructed;
  object_class->dispose = qd_board_page_dispose;
  object_class->get_property = qd_board_page_get_property;
  object_class->set_property = qd_board_page_set_property;

  widget_class->map = qd_board_page_map;
  widget_class->root = qd_board_page_root;
  widget_class->unroot = qd_board_page_unroot;

  /**
   * QdBoardPage:store:
   *
   * The file that the boards are in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdBoardPage:boards:
   *
   * The boards that can stand side by side.
   */
  properties[PROP_BOARDS] =
    g_param_spec_object ("boards", NULL, NULL, QD_TYPE_CHOSEN_BOARDS,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdBoardPage:memory:
   *
   * How wide the panes of these are, and which are folded.
   */
  properties[PROP_MEMORY] =
    g_param_spec_object ("memory", NULL, NULL, QD_TYPE_PANE_MEMORY,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdBoardPage:card:
   *
   * The card whose details are open, or %NULL.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL, QD_TYPE_CARD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qd_board_page_init (QdBoardPage *self)
{
}

/**
 * qd_board_page_new:
 * @store: the file that the boards are in
 * @boards: the boards that can stand side by side
 * @memory: how wide the panes of these are, and which are folded
 *
 * Returns: (transfer floating): a page of no board
 */
GtkWidget *
qd_board_page_new (QdStore        *store,
                   QdChosenBoards *boards,
                   QdPaneMemory   *memory)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (boards), NULL);
  g_return_val_if_fail (QD_IS_PANE_MEMORY (memory), NULL);

  return g_object_new (QD_TYPE_BOARD_PAGE, "store", store, "boards", boards,
                       "memory", memory, NULL);
}

/**
 * qd_board_page_get_board_view:
 *
 * Returns: (transfer none): what shows the board
 */
GtkWidget *
qd_board_page_get_board_view (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), NULL);

  return self->board_view;
}

/**
 * qd_board_page_get_together_view:
 *
 * Returns: (transfer none): what shows boards side by side
 */
GtkWidget *
qd_board_page_get_together_view (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), NULL);

  if (self->together == NULL)
    {
      self->together = qd_together_view_new (self->store, self->boards, self->memory);
      gtk_stack_add_child (self->stack, self->together);
    }

  return self->together;
}

/**
 * qd_board_page_get_together:
 *
 * Returns: whether boards show side by side, instead of one alone
 */
gboolean
qd_board_page_get_together (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), FALSE);

  return self->together != NULL &&
         gtk_stack_get_visible_child (self->stack) == self->together;
}

/**
 * qd_board_page_set_together:
 * @self: a page
 * @together: whether to show boards side by side, instead of one alone
 *
 * Details that are open are closed.
 */
void
qd_board_page_set_together (QdBoardPage *self,
                            gboolean     together)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  if (qd_board_page_get_together (self) == together)
    return;

  qd_board_page_close_card (self);
  qd_board_page_set_planning (self, FALSE);
  gtk_stack_set_visible_child (self->stack, together ? qd_board_page_get_together_view (self)
                                                     : self->board_view);
}

/**
 * qd_board_page_focus:
 *
 * Puts the focus on the boards.
 */
void
qd_board_page_focus (QdBoardPage *self)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  if (qd_board_page_get_together (self))
    qd_together_view_focus (QD_TOGETHER_VIEW (self->together));
  else
    qd_board_view_focus (QD_BOARD_VIEW (self->board_view));
}

/**
 * qd_board_page_open_card:
 * @self: a page
 * @card: a card of its board
 *
 * Shows the details of the card.
 */
void
qd_board_page_open_card (QdBoardPage *self,
                         QdCard      *card)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));
  g_return_if_fail (QD_IS_CARD (card));

  ensure_details (self);
  qd_details_pane_set_card (QD_DETAILS_PANE (self->details), card);
  qd_board_page_show_pane (self, TRUE);
  qd_board_page_note_card (self, card);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/**
 * qd_board_page_get_card:
 *
 * Returns: (transfer none) (nullable): the card whose details are open
 */
QdCard *
qd_board_page_get_card (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), NULL);

  return get_open_card (self);
}

/**
 * qd_board_page_add_above:
 * @self: a page
 * @widget: (transfer floating): what shows above the details of a card
 */
void
qd_board_page_add_above (QdBoardPage *self,
                         GtkWidget   *widget)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_box_prepend (GTK_BOX (self->pane), widget);
}

/**
 * qd_board_page_open_found:
 * @self: a page
 * @card: a card of its board
 * @found: the card, or what belongs to it
 *
 * Shows the details of the card and puts the focus on what was found: on a check-in
 * or a comment in the timeline, else on the first field.
 */
void
qd_board_page_open_found (QdBoardPage *self,
                          QdCard      *card,
                          QdId         found)
{
  QdDetailsPane *details;

  qd_board_page_open_card (self, card);
  details = QD_DETAILS_PANE (self->details);
  qd_details_pane_focus (details);
  qd_details_pane_focus_entry (details, found);
}

/**
 * qd_board_page_close_card:
 * @self: a page
 *
 * Closes the details, if they are open; the focus goes back to their card.
 */
void
qd_board_page_close_card (QdBoardPage *self)
{
  QdCard *card;
  gboolean had_focus;

  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  card = get_open_card (self);
  if (card == NULL)
    return;

  had_focus = gtk_widget_get_focus_child (self->pane) != NULL;
  qd_aside_set_open (QD_ASIDE (self->aside), FALSE);
  if (had_focus && !reveal (self, card))
    qd_board_page_focus (self);
  show_card (self, NULL);

  /* A screen reader finds what is only out of sight. */
  qd_board_page_show_pane (self, FALSE);
}

/**
 * qd_board_page_find_unsent:
 *
 * Returns: (transfer none) (nullable): a card with a check-in or a comment that was
 *   written and not sent, whether its details are open or not
 */
QdCard *
qd_board_page_find_unsent (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), NULL);

  return self->details != NULL
           ? qd_details_pane_find_unsent (QD_DETAILS_PANE (self->details)) : NULL;
}

/**
 * qd_board_page_forget_unsent:
 *
 * No check-in that was written and not sent is to come back when the page is gone.
 */
void
qd_board_page_forget_unsent (QdBoardPage *self)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  if (self->details != NULL)
    qd_details_pane_forget_unsent (QD_DETAILS_PANE (self->details));
}

/**
 * qd_board_page_get_details_width:
 *
 * Returns: width of the details beside the board, in application pixels
 */
int
qd_board_page_get_details_width (QdBoardPage *self)
{
  g_return_val_if_fail (QD_IS_BOARD_PAGE (self), 0);

  return qd_aside_get_width (QD_ASIDE (self->aside));
}

/**
 * qd_board_page_set_details_width:
 * @width: width of the details beside the board, in application pixels
 */
void
qd_board_page_set_details_width (QdBoardPage *self,
                                 int          width)
{
  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  qd_aside_set_width (QD_ASIDE (self->aside), width);
}
