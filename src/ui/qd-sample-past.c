/* What happened in the sample quarter so far: each step on the day on which it would have
 * been done, so that one can look back at any of them.
 *
 * The outline of the sample says where its cards stand today, and their last values. All
 * begin in the first column and come to their places week by week.
 */

#include "config.h"

#include "qd-sample-past.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-transaction.h"

#define N_WEEKS 5
#define WEEK 7u

/* In which week cards begin, and when they come to At Risk or to Complete. */
#define WEEK_OF_FIRST_HALF 0u
#define WEEK_OF_SECOND_HALF 1u
#define WEEK_OF_END 3u


/* The value of a week that nobody told of. */
#define SILENT G_MAXDOUBLE

static const struct
{
  const char *card; /* how its title begins */
  double values[N_WEEKS];
  int confidence;
  const char *note;
  const char *blocker;
} past[] = {
  { "Raise jobs closed", { 71, 72, 74, 75, 76 }, 7,
    "The checklist before leaving the depot is used by every crew now.", NULL },
  { "Cut the time to find", { 6, 6, 5.2, 4.4, 3.9 }, 8, "Search by photo is out.", NULL },
  { "Lower jobs stopped", { 14, 13.6, 14.1, 14.4, 14.8 }, 3, "Two suppliers went silent.",
    "Two suppliers no longer send stock levels" },
  { "Reduce reports lost", { 40, 36, 29, 21, 15 }, 8, "Retries survive a restart.", NULL },
  { "Increase jobs started", { 9, 14, 19, 22, 24 }, 9, "Offline is the default now.", NULL },
  { "Bring the first sync", { 90, 84, 71, 60, 55 }, 6, "Pictures come last.", NULL },
  { "Raise newcomers", { 30, 30, 31, 33, 36 }, 5, "The first pairings began.", NULL },
  { "Cut taps", { 23, 20, 17, 14, 13 }, 9, "One page less.", NULL },
  { "Increase customers", { 22, 27, 33, 38, 43 }, 8, "The report comes by mail.", NULL },
  { "Raise net revenue", { 98, 98, 98.4, 98.7, 98.9 }, 4, "Two renewals slipped.",
    "Two large renewals wait for a signature" },
  { "Shorten the path", { 45, 43, 41, 38, 35 }, 6, "The set-up call is optional.", NULL },
  { "Lower the time to a first", { 55, 47, 39, 31, 27 }, 8, "Night shift is staffed.", NULL },
  { "Raise questions solved", { 48, 51, 54, 57, 59 }, 7, "Answers are templates.", NULL },
  { "Keep satisfaction", { 4.2, 4.2, 4.3, 4.3, 4.3 }, 5, "Little movement.", NULL },
  { "Grow fixes", { 60, 63, 66, 72, 80 }, 2, "Waiting for the review.",
    "Legal review of sharing between competitors" },
  { "Increase trials", { 18, 22, 27, 33, 37 }, 7, "The calculator went live.", NULL },
  { "Raise visitors", { 1.2, 1.4, 1.6, 1.9, 2 }, 6, "A shorter form.", NULL },
  { "Raise trials with", { 24, 26, 30, 31, 34 }, 6, "A guide for the first job.", NULL },
  { "Lift trial-to-paid", { 9, 9.4, 10, SILENT, SILENT }, 5, "Prices are clearer.", NULL },
  { "Grow monthly wind", { 180, 192, 203, 214, 226 }, 7, "Two towers more.", NULL },
};

static const struct
{
  const char *card;
  const char *title;
  gboolean done;
} milestones[] = {
  { "Have 15 crews", "Gloves for every crew", TRUE },
  { "Have 15 crews", "Five crews in Rotterdam", FALSE },
  { "Have 15 crews", "Ten crews in Porto and Aberdeen", FALSE },
  { "Bring the first sync", "Measure on the oldest phones", TRUE },
  { "Bring the first sync", "Pictures in the background", TRUE },
  { "Bring the first sync", "Only what changed", FALSE },
};

static const struct
{
  const char *card;
  const char *title;
  const char *on;
  gboolean escalated;
} dependencies[] = {
  { "Lower jobs stopped", "A new contract with stock levels", "Growth", TRUE },
  { "Grow fixes", "Terms for sharing fixes", "Legal", FALSE },
};

static QdId
find_in (QdBoard    *board,
         const char *beginning)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          QdEntity *card = qd_ordered_list_peek (cards, j);

          if (g_str_has_prefix (qd_entity_get_title (card), beginning))
            return qd_entity_get_id (card);
        }
    }

  return QD_ID_NONE;
}

static QdId
find_card (QdStore    *store,
           const char *beginning)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  QdId card = QD_ID_NONE;

  for (guint i = 0; card == QD_ID_NONE && i < qd_ordered_list_get_length (boards); i++)
    card = find_in (qd_ordered_list_peek (boards, i), beginning);

  return card;
}

/* A card, and where it stands today. */
typedef struct
{
  QdId card;
  QdId column;
  QdColumnRole role;
  gboolean late; /* among the second half of its column */
} Place;

static void
note_places (QdBoard *board,
             GArray  *places)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);
      const guint n = qd_ordered_list_get_length (cards);

      for (guint j = 0; j < n; j++)
        {
          const Place place = {
            .card = qd_entity_get_id (qd_ordered_list_peek (cards, j)),
            .column = qd_entity_get_id (QD_ENTITY (column)),
            .role = qd_column_get_role (column),
            .late = j >= (n + 1) / 2,
          };

          g_array_append_val (places, place);
        }
    }
}

/* The column of that role on the board of a card, or %QD_ID_NONE. */
static QdId
find_column (QdStore      *store,
             QdId          card,
             QdColumnRole  role)
{
  QdColumn *column = qd_card_get_column (QD_CARD (qd_store_lookup (store, card)));
  QdOrderedList *columns = qd_board_get_columns (qd_column_get_board (column));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *other = qd_ordered_list_peek (columns, i);

      if (qd_column_get_role (other) == role)
        return qd_entity_get_id (QD_ENTITY (other));
    }

  return QD_ID_NONE;
}

/* Puts all cards where they begin; returns (transfer full) (nullable): where they stand
 * today, in the order of their columns. */
static GArray *
begin (QdStore  *store,
       GError  **error)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (QdTransaction) transaction = NULL;

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (!qd_store_load_board (store, board, error))
        return NULL;
      note_places (board, places);
    }

  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const QdId first = find_column (store, place->card, QD_COLUMN_NOT_STARTED);

      if (place->column != first && first != QD_ID_NONE)
        qd_transaction_place (transaction, QD_ENTITY_CARD, place->card, first, QD_SIDE_LAST,
                              QD_ID_NONE);
    }

  return qd_transaction_commit (transaction, error) ? g_steal_pointer (&places) : NULL;
}

/* Where a card goes in a week, or %QD_ID_NONE where it stays. */
static QdId
find_step (QdStore     *store,
           const Place *place,
           guint        week)
{
  if (place->role == QD_COLUMN_NOT_STARTED)
    return QD_ID_NONE;
  if (week == (place->late ? WEEK_OF_SECOND_HALF : WEEK_OF_FIRST_HALF))
    return place->role == QD_COLUMN_IN_PROGRESS
             ? place->column : find_column (store, place->card, QD_COLUMN_IN_PROGRESS);

  return week == WEEK_OF_END && place->role != QD_COLUMN_IN_PROGRESS ? place->column
                                                                     : QD_ID_NONE;
}

static gboolean
move_on (QdStore  *store,
         GArray   *places,
         guint     week,
         GError  **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const QdId column = find_step (store, place, week);

      if (column != QD_ID_NONE &&
          !qd_edit_move (store, QD_ENTITY_CARD, place->card, column, QD_SIDE_LAST, QD_ID_NONE,
                         error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_in (QdStore  *store,
          guint     nth,
          guint     week,
          QdDay     day,
          GError  **error)
{
  const gboolean last = week == N_WEEKS - 1;
  const int less = (int) (N_WEEKS - 1 - week) / 2;
  const QdCheckinDraft draft = {
    .day = day,
    .value = past[nth].values[week],
    .confidence = MAX (past[nth].confidence - less, 0),
    .note = last ? past[nth].note : NULL,
    .blocker = last ? past[nth].blocker : NULL,
  };
  const QdId card = find_card (store, past[nth].card);

  return card == QD_ID_NONE || past[nth].values[week] == SILENT ||
         qd_edit_check_in (store, card, &draft, error) != QD_ID_NONE;
}

static gboolean
tell_weeks (QdStore  *store,
            GArray   *places,
            QdDay     today,
            gint64   *now,
            GError  **error)
{
  for (guint week = 0; week < N_WEEKS; week++)
    {
      const QdDay day = today - WEEK * (N_WEEKS - week);

      *now = qd_day_get_start (day) + QD_SAMPLE_WORKING_TIME;
      if (!move_on (store, places, week, error))
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (past); i++)
        if (!check_in (store, i, week, day, error))
          return FALSE;
    }

  return TRUE;
}

static void
add_belongings (QdTransaction *transaction,
                QdStore       *store,
                QdDay          today)
{
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      const QdId card = find_card (store, milestones[i].card);
      const QdId id = qd_transaction_create (transaction, QD_ENTITY_MILESTONE);

      qd_transaction_place (transaction, QD_ENTITY_MILESTONE, id, card, QD_SIDE_LAST,
                            QD_ID_NONE);
      qd_transaction_set_text (transaction, id, QD_FIELD_MILESTONE_TITLE, milestones[i].title);
      if (milestones[i].done)
        qd_transaction_set_integer (transaction, id, QD_FIELD_MILESTONE_DONE, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dependencies); i++)
    {
      const QdId id = qd_transaction_create (transaction, QD_ENTITY_DEPENDENCY);

      qd_transaction_set_id (transaction, id, QD_FIELD_DEPENDENCY_CARD,
                             find_card (store, dependencies[i].card));
      qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_TITLE,
                               dependencies[i].title);
      qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_ON, dependencies[i].on);
      qd_transaction_set_day (transaction, id, QD_FIELD_DEPENDENCY_FLAGGED, today - 14);
      if (dependencies[i].escalated)
        qd_transaction_set_day (transaction, id, QD_FIELD_DEPENDENCY_ESCALATED, today - 7);
    }
}

/* As late as can be. */
static gboolean
tell_today (QdStore     *store,
            GHashTable  *values,
            QdDay        today,
            gint64      *now,
            GError     **error)
{
  GHashTableIter iter;
  gpointer title, value;

  *now = qd_clock_now (NULL);
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &title, &value))
    {
      const QdCheckinDraft draft = {
        .day = today,
        .value = *(const double *) value,
        .confidence = QD_CONFIDENCE_NONE,
      };
      const QdId card = find_card (store, title);

      if (card != QD_ID_NONE && qd_edit_check_in (store, card, &draft, error) == QD_ID_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_sample_past_write:
 * @store: the sample, with its outline brought in
 * @values: (element-type utf8 double): the values of today, by the titles of their cards
 * @today: the day that the weeks are counted back from
 * @now: (inout): what the clock of @store says, in milliseconds since the Unix epoch; it
 *   is put forward to the last thing that was done
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
qd_sample_past_write (QdStore     *store,
                      GHashTable  *values,
                      QdDay        today,
                      gint64      *now,
                      GError     **error)
{
  g_autoptr (GArray) places = begin (store, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (places == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  add_belongings (transaction, store, today);

  return qd_transaction_commit (transaction, error) &&
         tell_weeks (store, places, today, now, error) &&
         tell_today (store, values, today, now, error);
}
