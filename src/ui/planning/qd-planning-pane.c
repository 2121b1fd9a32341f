/* Notes for those who plan a cycle on its board: what the past says of the key result that
 * is being typed, or whose details are open, and the advice for the board.
 *
 * Learnings are looked for in a thread: nobody waits for them who types, and only the
 * newest question is answered. It writes nothing; the board is the editor.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "coach/qd-advice-list.h"
#include "coach/qd-advice-row.h"
#include "coach/qd-board-coach.h"
#include "exchange/qd-quantity.h"
#include "learning/qd-learned-thing.h"
#include "qd-line-text.h"
#include "qd-planning-pane.h"
#include "store/qd-ambition-reader.h"
#include "widgets/qd-after-frame.h"
#include "widgets/qd-toaster.h"

/* How many learnings and pieces of advice show; the coach has all. */
#define N_LEARNINGS 3
#define N_ADVICES 6

/* Of a title, in characters. */
#define MAX_LENGTH 120

/* How many cards the coach looks at in one go. */
#define COACH_STEP 20

struct _QdPlanningPane
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board;
  QdCard *card;               /* (nullable): whose details are open */
  char *draft;                /* what is being typed, or "" */
  GCancellable *cancellable;  /* (nullable): of the question that is open */
  QdBoardCoach *coach;        /* (nullable) */
  guint coach_id;
  QdAfterFrame frame;         /* brings all up to date */

  GtkWidget *head;
  GtkWidget *scroller;
  GtkLabel *subject;
  GtkLabel *ambition;
  GtkWidget *learned_part;
  GtkWidget *learned;
  GtkListBox *advice;
  GtkWidget *no_advice;
};

/* A question of a thread. */
typedef struct
{
  char *path;
  char *title;
  QdId except;
} Question;

G_DEFINE_FINAL_TYPE (QdPlanningPane, qd_planning_pane, GTK_TYPE_WIDGET)

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->path);
  g_free (self->title);
  g_free (self);
}

static void
free_learnings (gpointer learnings)
{
  g_ptr_array_unref (learnings);
}

/* What is typed goes before what is open. */
static const char *
get_title (QdPlanningPane *self)
{
  if (*self->draft != '\0')
    return self->draft;

  return self->card != NULL ? qd_entity_get_title (QD_ENTITY (self->card)) : "";
}

static QdId
get_card_id (QdPlanningPane *self)
{
  return *self->draft == '\0' && self->card != NULL
           ? qd_entity_get_id (QD_ENTITY (self->card)) : QD_ID_NONE;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What was learned, and from what. */
static GtkWidget *
create_learned (const QdLearning *learning)
{
  g_autoptr (QdLearnedThing) thing = qd_learned_thing_new (learning);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *place = create_label (qd_learned_thing_get_place (thing), "caption");

  gtk_widget_add_css_class (box, "learned");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (qd_learned_thing_get_text (thing), NULL));
  gtk_box_append (GTK_BOX (box), place);

  return box;
}

static void
show_learnings (QdPlanningPane *self,
                GPtrArray      *learnings)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->learned)) != NULL)
    gtk_box_remove (GTK_BOX (self->learned), child);
  for (guint i = 0; learnings != NULL && i < learnings->len; i++)
    gtk_box_append (GTK_BOX (self->learned), create_learned (learnings->pdata[i]));
  gtk_widget_set_visible (self->learned_part, learnings != NULL && learnings->len > 0);
}

/* Not in the interface's thread. */
static void
find_learnings (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *learnings = qd_learning_find_file (question->path, question->title,
                                                question->except, N_LEARNINGS, cancellable,
                                                &error);

  if (learnings != NULL)
    g_task_return_pointer (task, learnings, free_learnings);
  else
    g_task_return_error (task, error);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      unused)
{
  QdPlanningPane *self = QD_PLANNING_PANE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) learnings = g_task_propagate_pointer (G_TASK (result), &error);

  if (cancellable != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (learnings != NULL)
    show_learnings (self, learnings);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
stop_asking (QdPlanningPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask_learnings (QdPlanningPane *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  stop_asking (self);
  if (*get_title (self) == '\0')
    {
      show_learnings (self, NULL);
      return;
    }

  question = g_new0 (Question, 1);
  question->path = g_strdup (qd_store_get_path (self->store));
  question->title = g_strdup (get_title (self));
  question->except = get_card_id (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_found, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_learnings);
}

/* Returns whether there is a key result to hold against the past. */
static gboolean
get_draft (QdPlanningPane  *self,
           QdQuantity      *quantity,
           QdAmbitionDraft *draft)
{
  QdTeam *team = qd_board_get_team (self->board);
  QdCycle *cycle = qd_board_get_cycle (self->board);

  if (cycle == NULL || *get_title (self) == '\0')
    return FALSE;

  *draft = (QdAmbitionDraft) {
    .team = team != NULL ? qd_entity_get_id (QD_ENTITY (team)) : QD_ID_NONE,
    .before = get_card_id (self),
    .unit = "",
    .baseline = NAN,
    .target = NAN,
    .first_day = qd_cycle_get_first_day (cycle),
    .last_day = qd_cycle_get_last_day (cycle),
  };
  if (*self->draft == '\0' && QD_IS_KEY_RESULT (self->card))
    {
      QdKeyResult *card = QD_KEY_RESULT (self->card);

      draft->metric = qd_key_result_get_metric (card);
      draft->unit = qd_key_result_get_unit (card);
      draft->baseline = qd_key_result_get_baseline (card);
      draft->target = qd_key_result_get_target (card);
    }
  else if (qd_quantity_find (get_title (self), quantity))
    {
      draft->metric = quantity->metric;
      draft->unit = quantity->unit != NULL ? quantity->unit : "";
      draft->baseline = quantity->baseline;
      draft->target = quantity->target;
    }

  return TRUE;
}

static void
show_ambition (QdPlanningPane *self)
{
  QdQuantity quantity = { 0 };
  QdAmbitionDraft draft;
  QdAmbition ambition;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (get_draft (self, &quantity, &draft))
    {
      g_autofree char *pace = NULL;
      g_autofree char *landed = NULL;

      if (qd_ambition_read (self->store, &draft, &ambition, &error))
        {
          pace = qd_ambition_describe_pace (&ambition, draft.unit);
          landed = qd_ambition_describe_landed (&ambition);
        }
      else
        qd_toaster_report (GTK_WIDGET (self), error);
      if (pace != NULL)
        g_string_append (text, pace);
      if (landed != NULL)
        g_string_append_printf (text, "%s%s", pace != NULL ? "\n" : "", landed);
    }
  qd_quantity_clear (&quantity);
  gtk_label_set_text (self->ambition, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->ambition), text->len > 0);
}

static void
show_subject (QdPlanningPane *self)
{
  const char *title = get_title (self);
  g_autofree char *line = qd_line_text (title, MAX_LENGTH);

  gtk_label_set_text (self->subject,
                      *title != '\0' ? line
                                     : _("Type a key result, or open one: what was learned "
                                         "from similar ones comes up here, and how far it "
                                         "reaches by what was before."));
  if (*title != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->subject), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->subject), "dim-label");
}

static gboolean
on_coach_idle (gpointer user_data)
{
  QdPlanningPane *self = user_data;
  GPtrArray *open;

  g_assert (QD_IS_PLANNING_PANE (self));

  open = qd_board_coach_get_open (self->coach);
  if (qd_board_coach_step (self->coach, COACH_STEP) && open->len < N_ADVICES)
    return G_SOURCE_CONTINUE;

  self->coach_id = 0;
  qd_advice_list_sync (self->advice, self->store, open, MIN (open->len, N_ADVICES), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), open->len > 0);
  gtk_widget_set_visible (self->no_advice, open->len == 0);

  return G_SOURCE_REMOVE;
}

static void
ask_coach (QdPlanningPane *self)
{
  g_clear_handle_id (&self->coach_id, g_source_remove);
  g_clear_pointer (&self->coach, qd_board_coach_unref);
  if (!qd_board_get_loaded (self->board))
    return;

  self->coach = qd_board_coach_new (self->store, self->board,
                                    qd_board_get_today (self->board));
  self->coach_id = g_idle_add_full (G_PRIORITY_LOW, on_coach_idle, self, NULL);
}

static void
update (GtkWidget *widget)
{
  QdPlanningPane *self = QD_PLANNING_PANE (widget);

  show_subject (self);
  show_ambition (self);
  ask_learnings (self);
}

static void
queue_update (QdPlanningPane *self)
{
  qd_after_frame_queue (&self->frame, GTK_WIDGET (self), G_PRIORITY_DEFAULT_IDLE, update);
}

static void
on_store_changed (QdPlanningPane *self)
{
  g_assert (QD_IS_PLANNING_PANE (self));

  if (self->card != NULL && !qd_entity_get_alive (QD_ENTITY (self->card)))
    g_clear_object (&self->card);
  queue_update (self);
  ask_coach (self);
}

static void
on_row_activated (QdPlanningPane *self,
                  QdAdviceRow    *row)
{
  g_assert (QD_IS_PLANNING_PANE (self));

  qd_advice_row_go (row);
}

static void
qd_planning_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_planning_pane_parent_class)->map (widget);

  queue_update (QD_PLANNING_PANE (widget));
}

static void
qd_planning_pane_dispose (GObject *object)
{
  QdPlanningPane *self = QD_PLANNING_PANE (object);

  stop_asking (self);
  qd_after_frame_cancel (&self->frame);
  g_clear_handle_id (&self->coach_id, g_source_remove);
  g_clear_pointer (&self->coach, qd_board_coach_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLANNING_PANE);
  g_clear_object (&self->card);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_planning_pane_parent_class)->dispose (object);
}

static void
qd_planning_pane_finalize (GObject *object)
{
  g_free (QD_PLANNING_PANE (object)->draft);

  G_OBJECT_CLASS (qd_planning_pane_parent_class)->finalize (object);
}

static void
qd_planning_pane_class_init (QdPlanningPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_planning_pane_dispose;
  object_class->finalize = qd_planning_pane_finalize;

  widget_class->map = qd_planning_pane_map;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "planning.done", NULL);

  gtk_widget_class_set_css_name (widget_class, "planningpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-planning-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, head);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, subject);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, ambition);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, learned_part);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, learned);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, advice);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPane, no_advice);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
qd_planning_pane_init (QdPlanningPane *self)
{
  self->draft = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Planning"),
                                  -1);
}

/**
 * qd_planning_pane_new:
 * @store: the file that the board is in
 * @board: the board that is planned
 *
 * Returns: (transfer floating): the notes about it
 */
GtkWidget *
qd_planning_pane_new (QdStore *store,
                      QdBoard *board)
{
  QdPlanningPane *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  self = g_object_new (QD_TYPE_PLANNING_PANE, NULL);
  self->store = g_object_ref (store);
  self->board = g_object_ref (board);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  ask_coach (self);

  return GTK_WIDGET (self);
}

/**
 * qd_planning_pane_set_card:
 * @self: the notes
 * @card: (nullable): the card whose details are open
 */
void
qd_planning_pane_set_card (QdPlanningPane *self,
                           QdCard         *card)
{
  g_return_if_fail (QD_IS_PLANNING_PANE (self));

  if (g_set_object (&self->card, card))
    queue_update (self);
}

/**
 * qd_planning_pane_set_draft:
 * @self: the notes
 * @title: the title of a key result as far as it is typed, or ""
 */
void
qd_planning_pane_set_draft (QdPlanningPane *self,
                            const char     *title)
{
  g_return_if_fail (QD_IS_PLANNING_PANE (self));
  g_return_if_fail (title != NULL);

  if (g_str_equal (self->draft, title))
    return;

  g_free (self->draft);
  self->draft = g_strdup (title);
  queue_update (self);
}
