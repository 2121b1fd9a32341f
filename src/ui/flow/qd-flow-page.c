/* The page that shows how a board goes: its cumulative flow with the words for it, how it
 * keeps up with its check-ins, and how long its cards have stood where they are.
 *
 * It is read when the page is shown, and again when the file changes while it is, by
 * qd-flow-reader.c in a thread of its own. Until then what was read last shows, and of
 * another board nothing does.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-picture-save.h"
#include "qd-flow-list.h"
#include "qd-flow-page.h"
#include "qd-flow-reader.h"
#include "qd-flow-view.h"
#include "qd-streak-row.h"
#include "store/qd-flow-text.h"
#include "widgets/qd-beside-layout.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-selectable.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-today.h"

struct _QdFlowPage
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkLabel *title;
  QdChoice *choice;
  GtkStack *stack;
  QdFlowView *view;
  GtkWidget *sentences;
  GtkWidget *streak_box;
  GtkWidget *streak_title;
  QdStreakRow *streak_row;
  GtkLabel *streak_words;
  QdFlowList *list;

  QdStore *store;
  GArray *boards;       /* of QdId: those to choose from */
  QdId board;
  QdFlowReader *reader;
  QdToday *today;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdFlowPage, qd_flow_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* What was read of this board, not of the one before. */
static const QdBoardFlow *
get_flow (QdFlowPage *self)
{
  const QdBoardFlow *flow = qd_flow_reader_get_flow (self->reader);

  return flow != NULL && flow->board == self->board ? flow : NULL;
}

static void
add_sentence (QdFlowPage *self,
              const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  qd_selectable_make (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (self->sentences), label);
}

static void
show_sentences (QdFlowPage        *self,
                const QdBoardFlow *flow)
{
  g_autoptr (GPtrArray) sentences = qd_flow_text_list (flow);
  GtkWidget *label;

  while ((label = gtk_widget_get_first_child (self->sentences)) != NULL)
    gtk_box_remove (GTK_BOX (self->sentences), label);
  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, sentences->pdata[i]);
}

static void
show_streak (QdFlowPage        *self,
             const QdBoardFlow *flow)
{
  g_autofree char *words = qd_flow_text_streak (flow);

  gtk_widget_set_visible (self->streak_box, words != NULL);
  qd_streak_row_set_streak (self->streak_row, flow->streak);
  gtk_label_set_text (self->streak_words, words != NULL ? words : "");
}

/* Which board it is says the choice, where there is one. */
static void
show_title (QdFlowPage        *self,
            const QdBoardFlow *flow)
{
  g_autofree char *title = NULL;

  /* Translators: the title of a board. */
  title = g_strdup_printf (_("Flow of %s"), flow->title);
  gtk_label_set_text (self->title, title);
}

static gboolean
is_drawn (QdFlowPage *self)
{
  const QdBoardFlow *flow = get_flow (self);

  return flow != NULL && flow->flow->ages->len > 0 && qd_flow_text_has_begun (flow);
}

static void
show_actions (QdFlowPage *self)
{
  const gboolean drawn = is_drawn (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "flow.save-png", drawn);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "flow.save-pdf", drawn);
}

static void
show_choice (QdFlowPage *self)
{
  qd_choice_clear (self->choice);
  for (guint i = 0; i < self->boards->len; i++)
    {
      QdEntity *board = qd_store_lookup (self->store, g_array_index (self->boards, QdId, i));

      qd_choice_append (self->choice, (int) i,
                        board != NULL ? qd_entity_get_title (board) : _("Untitled"));
      if (g_array_index (self->boards, QdId, i) == self->board)
        qd_choice_set_value (self->choice, (int) i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->boards->len > 1);
}

static void
show_busy (QdFlowPage *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY,
                               qd_flow_reader_is_reading (self->reader), -1);
}

/* Until there is a list the page has the focus itself, or GTK would give it to whatever
 * is next in the window. */
static void
take_focus (QdFlowPage *self)
{
  const gboolean waited = gtk_widget_is_focus (GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (waited)
    qd_flow_page_focus (self);
}

static void
on_answered (QdFlowPage *self)
{
  const QdBoardFlow *flow = get_flow (self);

  g_assert (QD_IS_FLOW_PAGE (self));

  show_busy (self);
  if (flow == NULL)
    return;

  gtk_widget_show (self->head);
  show_title (self, flow);
  show_sentences (self, flow);
  show_streak (self, flow);
  show_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->view), qd_flow_text_has_begun (flow));
  qd_flow_view_set_flow (self->view, flow);
  qd_flow_list_set_flow (self->list, flow);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_hash_table_size (flow->cards) > 0 ||
                                    !qd_flow_text_has_begun (flow) ? "flow" : "empty");
  take_focus (self);
}

static void
on_failed (QdFlowPage   *self,
           const GError *failure)
{
  g_assert (QD_IS_FLOW_PAGE (self));

  show_busy (self);
  if (g_error_matches (failure, QD_ERROR, QD_ERROR_NOT_FOUND))
    gtk_stack_set_visible_child_name (self->stack, "no-board");
  else
    qd_toaster_report (GTK_WIDGET (self), failure);
}

/* A page that nobody sees is read when somebody does. */
static void
update (QdFlowPage *self)
{
  g_assert (QD_IS_FLOW_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->board == QD_ID_NONE)
    return;

  qd_flow_reader_ask (self->reader, self->store, self->board, qd_today_get_day (self->today));
  show_busy (self);
}

static void
set_board (QdFlowPage *self,
           QdId        board)
{
  if (self->board == board)
    return;

  qd_flow_reader_stop (self->reader);
  self->board = board;
  if (get_flow (self) == NULL)
    {
      gtk_widget_hide (self->head);
      gtk_stack_set_visible_child_name (self->stack, "reading");
    }
  show_actions (self);
}

static gboolean
on_board_chosen (QdFlowPage *self,
                 int         position)
{
  g_assert (QD_IS_FLOW_PAGE (self));

  if (position < 0 || (guint) position >= self->boards->len)
    return FALSE;

  self->board = g_array_index (self->boards, QdId, position);
  update (self);

  return TRUE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  qd_flow_view_save (QD_FLOW_PAGE (widget)->view,
                     g_str_equal (name, "flow.save-pdf") ? ".pdf" : ".png");
}

static void
qd_flow_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_flow_page_parent_class)->map (widget);

  update (QD_FLOW_PAGE (widget));
}

static void
qd_flow_page_unmap (GtkWidget *widget)
{
  gtk_widget_set_focusable (widget, FALSE);
  qd_flow_reader_stop (QD_FLOW_PAGE (widget)->reader);

  GTK_WIDGET_CLASS (qd_flow_page_parent_class)->unmap (widget);
}

static void
qd_flow_page_constructed (GObject *object)
{
  QdFlowPage *self = QD_FLOW_PAGE (object);

  G_OBJECT_CLASS (qd_flow_page_parent_class)->constructed (object);

  self->today = qd_today_new (qd_store_get_workspace (self->store));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_flow_page_dispose (GObject *object)
{
  QdFlowPage *self = QD_FLOW_PAGE (object);

  if (self->reader != NULL)
    qd_flow_reader_stop (self->reader);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_FLOW_PAGE);
  g_clear_object (&self->reader);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_flow_page_parent_class)->dispose (object);
}

static void
qd_flow_page_finalize (GObject *object)
{
  QdFlowPage *self = QD_FLOW_PAGE (object);

  g_array_unref (self->boards);

  G_OBJECT_CLASS (qd_flow_page_parent_class)->finalize (object);
}

static void
qd_flow_page_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdFlowPage *self = QD_FLOW_PAGE (object);

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
  g_type_ensure (QD_TYPE_BESIDE_LAYOUT);
  g_type_ensure (QD_TYPE_CHOICE);
  g_type_ensure (QD_TYPE_FLOW_LIST);
  g_type_ensure (QD_TYPE_FLOW_VIEW);
  g_type_ensure (QD_TYPE_STREAK_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-flow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, title);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, choice);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, view);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, sentences);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, streak_box);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, streak_title);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, streak_row);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, streak_words);
  gtk_widget_class_bind_template_child (widget_class, QdFlowPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_board_chosen);
}

static void
qd_flow_page_class_init (QdFlowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_flow_page_constructed;
  object_class->dispose = qd_flow_page_dispose;
  object_class->finalize = qd_flow_page_finalize;
  object_class->set_property = qd_flow_page_set_property;

  widget_class->map = qd_flow_page_map;
  widget_class->unmap = qd_flow_page_unmap;

  /**
   * QdFlowPage:store:
   *
   * The file whose boards it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "flowpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "flow.save-png", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "flow.save-pdf", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.flow", NULL);
  bind_template (widget_class);
}

static void
qd_flow_page_init (QdFlowPage *self)
{
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->reader = qd_flow_reader_new ();
  g_signal_connect_object (self->reader, "answered", G_CALLBACK (on_answered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->head),
                  qd_picture_save_new_button ("flow.save-png", "flow.save-pdf"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->streak_row),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->streak_title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->streak_words, NULL,
                                  -1);

  qd_pages_attach (self->stack);
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("document-open-recent-symbolic", _("No Cards Yet"),
                                           _("As key results go from column to column, this "
                                             "page shows how long they take.")),
                       "empty");
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("package-x-generic-symbolic", _("No Board to Show"),
                                           _("Choose a board, or several side by side.")),
                       "no-board");
  show_actions (self);
}

/**
 * qd_flow_page_new:
 * @store: the file whose boards to show
 *
 * The window that it is in offers the actions "win.show-found", as for a search, and
 * "win.flow", which leads back.
 *
 * Returns: (transfer floating): a page without boards
 */
GtkWidget *
qd_flow_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_FLOW_PAGE, "store", store, NULL);
}

/**
 * qd_flow_page_set_boards:
 * @self: the page
 * @boards: (array length=n_boards): ids of boards
 * @n_boards: how many
 *
 * Lets one choose among these boards. The one that shows stays, where it is among them;
 * else it is the first.
 */
void
qd_flow_page_set_boards (QdFlowPage *self,
                         const QdId *boards,
                         guint       n_boards)
{
  gboolean stays = FALSE;

  g_return_if_fail (QD_IS_FLOW_PAGE (self));
  g_return_if_fail (boards != NULL || n_boards == 0);

  g_array_set_size (self->boards, 0);
  for (guint i = 0; i < n_boards; i++)
    {
      g_array_append_val (self->boards, boards[i]);
      stays = stays || boards[i] == self->board;
    }
  if (!stays)
    set_board (self, n_boards > 0 ? boards[0] : QD_ID_NONE);
  if (n_boards == 0)
    gtk_stack_set_visible_child_name (self->stack, "no-board");
  show_choice (self);
  update (self);
}

/**
 * qd_flow_page_save:
 * @self: the page
 *
 * Asks where to and saves the picture, or says that there is none.
 */
void
qd_flow_page_save (QdFlowPage *self)
{
  g_return_if_fail (QD_IS_FLOW_PAGE (self));

  if (is_drawn (self))
    qd_flow_view_save (self->view, ".pdf");
  else
    qd_toaster_say (GTK_WIDGET (self), _("There is no picture of the flow to save yet."),
                    FALSE);
}

/**
 * qd_flow_page_get_board:
 *
 * Returns: the board that shows, or %QD_ID_NONE
 */
QdId
qd_flow_page_get_board (QdFlowPage *self)
{
  g_return_val_if_fail (QD_IS_FLOW_PAGE (self), QD_ID_NONE);

  return self->board;
}

/**
 * qd_flow_page_focus:
 *
 * Lets the keyboard begin at the first card, or at the head where there is none.
 */
void
qd_flow_page_focus (QdFlowPage *self)
{
  g_return_if_fail (QD_IS_FLOW_PAGE (self));

  if (get_flow (self) == NULL)
    {
      gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  else if (!qd_flow_list_focus (self->list))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
