/* An open file: its connection, its models, and the doors through which changes come, from
 * here or from another program.
 *
 * Hands out the locks of transactions and lets the models follow every commit. How the
 * file is opened, and what is written, is the business of the modules beside it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "qd-field.h"
#include "qd-gate.h"
#include "qd-heads.h"
#include "qd-history-private.h"
#include "qd-identity.h"
#include "qd-loader.h"
#include "qd-opening.h"
#include "qd-store-private.h"
#include "qd-syncer.h"

struct _QdStore
{
  GObject parent_instance;

  char *path;
  char *place;
  char *author;
  char *read_only_reason;
  QdDb *db;
  QdLoader *loader;
  QdSyncer *syncer;
  QdClockFunc clock;
  gpointer clock_data;

  /* Up to which entry of each stream the models follow, and whether they failed to
   * show something. */
  QdHeads *heads;
  gint64 data_version;
  gboolean behind;

  /* Of a store of the past, which nobody writes: the instant that it shows. */
  gboolean past;
  gint64 instant;
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_COMMITTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdStore, qd_store, G_TYPE_OBJECT)

static QdChanges
classify (const QdChange *change)
{
  const QdFieldInfo *info = qd_field_lookup (change->field);

  if (info == NULL)
    return QD_CHANGES_VALUES;
  if (info->field == QD_FIELD_CARD_OBJECTIVE || info->field == QD_FIELD_CARD_OWNER)
    return QD_CHANGES_LABELS;
  if (info->type == QD_FIELD_TYPE_PLACE || info->merge == QD_FIELD_MERGE_CREATED)
    return QD_CHANGES_PLACES;
  if (info->field % 100 == QD_FIELD_ARCHIVED || info->field % 100 == QD_FIELD_DELETED)
    return QD_CHANGES_PLACES | QD_CHANGES_LABELS;

  return QD_CHANGES_VALUES;
}

static gboolean
read_data_version (QdStore  *self,
                   gint64   *version,
                   GError  **error)
{
  return qd_db_get_integer (self->db, error, version, "PRAGMA data_version", "");
}

static gboolean
load_models (QdStore  *self,
             GError  **error)
{
  gboolean loaded;

  self->loader = qd_loader_new (self->db, "main");
  if (!qd_db_begin_read (self->db, error))
    return FALSE;

  loaded = qd_heads_look (self->heads, self->db, NULL, error) &&
           qd_loader_load (self->loader, error) &&
           read_data_version (self, &self->data_version, error);
  if (!loaded)
    {
      qd_db_rollback (self->db);
      return FALSE;
    }

  return qd_db_commit (self->db, error);
}

static void
on_failed (const GError *failure,
           gpointer      data)
{
  g_signal_emit (data, signals[SIGNAL_FAILED], 0, failure);
}

static void
qd_store_dispose (GObject *object)
{
  qd_store_close (QD_STORE (object));

  G_OBJECT_CLASS (qd_store_parent_class)->dispose (object);
}

static void
qd_store_finalize (GObject *object)
{
  QdStore *self = QD_STORE (object);

  g_free (self->path);
  g_free (self->place);
  g_free (self->author);
  g_free (self->read_only_reason);
  qd_heads_free (self->heads);

  G_OBJECT_CLASS (qd_store_parent_class)->finalize (object);
}

static void
qd_store_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  QdStore *self = QD_STORE (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, qd_store_get_workspace (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_store_class_init (QdStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_store_dispose;
  object_class->finalize = qd_store_finalize;
  object_class->get_property = qd_store_get_property;

  /**
   * QdStore:workspace:
   *
   * What the file holds, as models; %NULL with %QD_OPEN_WITHOUT_MODELS.
   */
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, QD_TYPE_WORKSPACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdStore::changed:
   * @self: the store
   * @changes: #QdChanges: what was touched, in the rough
   *
   * Something was committed, here or by another program, and the models show it.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", QD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * QdStore::committed:
   * @self: the store
   * @sentence: what was done, in the past and translated
   *
   * Somebody did something here; emitted after #QdStore::changed.
   */
  signals[SIGNAL_COMMITTED] =
    g_signal_new ("committed", QD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * QdStore::failed:
   * @self: the store
   * @failure: #GError: what happened
   *
   * Something that the store does by itself failed: bringing commits to the disk,
   * or the weekly backup. With %QD_OPEN_WITHOUT_MODELS it is logged instead.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", QD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
qd_store_init (QdStore *self)
{
  self->heads = qd_heads_new ();
  self->clock = qd_clock_now;
  qd_store_set_author (self, g_get_user_name ());
}

/**
 * qd_store_open:
 * @path: the file, or a link to it
 * @flags: how to open it
 * @error: return location
 *
 * Opens a file, makes it where there is none, and brings an older format to
 * today's after a backup. A file that can be read but not written, or that a
 * newer program wrote, opens read-only; see qd_store_get_read_only_reason().
 *
 * Fails with %QD_ERROR_NOT_FOUND, %QD_ERROR_NOT_OURS, %QD_ERROR_READ_ONLY,
 * %QD_ERROR_NO_SPACE, %QD_ERROR_LOCKED, %QD_ERROR_DAMAGED, %QD_ERROR_NETWORK or
 * %QD_ERROR_INVALID. A file that was not opened was not touched.
 *
 * Returns: (transfer full) (nullable): the store
 */
QdStore *
qd_store_open (const char   *path,
               QdOpenFlags   flags,
               GError      **error)
{
  g_autoptr (QdStore) self = NULL;
  g_autofree char *real_path = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  real_path = qd_gate_resolve (path, error);
  if (real_path == NULL)
    return NULL;

  if ((flags & QD_OPEN_EXISTING) && !g_file_test (real_path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
      return NULL;
    }

  self = g_object_new (QD_TYPE_STORE, NULL);
  self->path = g_steal_pointer (&real_path);
  if (!qd_opening_open (self->path, &self->db, &self->place, &self->read_only_reason, error) ||
      (!(flags & QD_OPEN_WITHOUT_MODELS) && !load_models (self, error)))
    return NULL;

  /* Without models it may be any thread's, with no main loop that would tell. */
  if (self->read_only_reason == NULL)
    self->syncer = qd_syncer_new (self->db, self->path, self->loader != NULL ? on_failed : NULL,
                                  self);

  return g_steal_pointer (&self);
}

/**
 * qd_store_close:
 *
 * Writes everything to the disk and closes the file. The models stay as they
 * are. Dropping the last reference does the same.
 */
void
qd_store_close (QdStore *self)
{
  g_return_if_fail (QD_IS_STORE (self));

  g_clear_pointer (&self->loader, qd_loader_free);
  g_clear_pointer (&self->syncer, qd_syncer_free);
  g_clear_pointer (&self->db, qd_db_close);
}

/**
 * qd_store_dup_default_path:
 *
 * Returns: (transfer full): the person's own file, in the XDG data folder,
 *   which is made where it is missing
 */
char *
qd_store_dup_default_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "quarterdeck", NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_build_filename (folder, "quarterdeck.db", NULL);
}

/**
 * qd_store_get_path:
 *
 * Returns: (transfer none): the file itself, from the root, without any links
 */
const char *
qd_store_get_path (QdStore *self)
{
  g_return_val_if_fail (QD_IS_STORE (self), NULL);

  return self->path;
}

gboolean
qd_store_get_read_only (QdStore *self)
{
  g_return_val_if_fail (QD_IS_STORE (self), TRUE);

  return self->read_only_reason != NULL;
}

/**
 * qd_store_get_read_only_reason:
 *
 * Returns: (transfer none) (nullable): why nothing can be changed, as sentences
 *   for people; %NULL where it can
 */
const char *
qd_store_get_read_only_reason (QdStore *self)
{
  g_return_val_if_fail (QD_IS_STORE (self), NULL);

  return self->read_only_reason;
}

/**
 * qd_store_get_author:
 *
 * Returns: (transfer none): who is noted with every change; the login name
 *   unless it was set
 */
const char *
qd_store_get_author (QdStore *self)
{
  g_return_val_if_fail (QD_IS_STORE (self), NULL);

  return self->author;
}

/**
 * qd_store_set_author:
 * @author: (nullable): in any encoding; what is not UTF-8 in it is replaced
 */
void
qd_store_set_author (QdStore    *self,
                     const char *author)
{
  char *valid;

  g_return_if_fail (QD_IS_STORE (self));

  valid = author != NULL ? g_utf8_make_valid (author, -1) : NULL;
  g_free (self->author);
  self->author = valid;
}

/**
 * qd_store_set_clock:
 * @clock: tells the time from now on
 *
 * For tests that live through weeks, or on a machine whose clock is wrong.
 */
void
qd_store_set_clock (QdStore     *self,
                    QdClockFunc  clock,
                    gpointer     user_data)
{
  g_return_if_fail (QD_IS_STORE (self));

  self->clock = clock;
  self->clock_data = user_data;
}

/**
 * qd_store_get_workspace:
 *
 * Returns: (transfer none) (nullable): the models
 */
QdWorkspace *
qd_store_get_workspace (QdStore *self)
{
  g_return_val_if_fail (QD_IS_STORE (self), NULL);

  return self->loader != NULL ? qd_loader_get_workspace (self->loader) : NULL;
}

/**
 * qd_store_load_board:
 * @self: a store
 * @board: one of its boards
 * @error: return location
 *
 * Fills a board with its cards; at once where it is filled. Its objectives are there
 * from the start.
 *
 * Returns: whether it is filled
 */
gboolean
qd_store_load_board (QdStore  *self,
                     QdBoard  *board,
                     GError  **error)
{
  g_return_val_if_fail (QD_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->loader != NULL, FALSE);
  g_return_val_if_fail (QD_IS_BOARD (board), FALSE);

  return qd_loader_load_board (self->loader, board, error);
}

/**
 * qd_store_lookup:
 *
 * Returns: (transfer none) (nullable): the model of @id, where it is loaded
 */
QdEntity *
qd_store_lookup (QdStore *self,
                 QdId     id)
{
  g_return_val_if_fail (QD_IS_STORE (self), NULL);

  return self->loader != NULL ? qd_loader_lookup (self->loader, id) : NULL;
}

static void
tell_of (QdStore *self,
         GArray  *changes)
{
  guint touched = 0;

  for (guint i = 0; i < changes->len; i++)
    touched |= classify (&g_array_index (changes, QdChange, i));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, touched);
}

/* Lets the models show @changes and, behind them, what others wrote. Only what is
 * shown counts as seen, so that the next look makes up for one that failed.
 */
static gboolean
look (QdStore  *self,
      GArray   *changes,
      GError  **error)
{
  g_autoptr (QdHeads) heads = qd_heads_copy (self->heads);
  gint64 version = 0;

  self->behind = !read_data_version (self, &version, error) ||
                 !qd_heads_look (heads, self->db, changes, error) ||
                 !qd_loader_apply (self->loader, changes, error);
  if (self->behind)
    return FALSE;

  qd_heads_free (self->heads);
  self->heads = g_steal_pointer (&heads);
  self->data_version = version;
  if (changes->len > 0)
    tell_of (self, changes);

  return TRUE;
}

/**
 * qd_store_catch_up:
 * @self: a store
 * @error: return location
 *
 * Lets the models show what other connections and programs wrote. Costs next to
 * nothing when nobody did.
 *
 * Returns: whether the models are up to date
 */
gboolean
qd_store_catch_up (QdStore  *self,
                   GError  **error)
{
  g_autoptr (GArray) changes = NULL;
  gint64 version = 0;

  g_return_val_if_fail (QD_IS_STORE (self), FALSE);

  if (self->loader == NULL || self->past)
    return TRUE;
  if (!read_data_version (self, &version, error))
    return FALSE;
  if (version == self->data_version && !self->behind)
    return TRUE;

  changes = qd_changes_new ();

  return look (self, changes, error);
}

/* A second look at a file that is open, with models of its own and for one thread: it
 * cannot be written, and nothing is said of what happens to it. @cancellable has to
 * outlive it. */
QdStore *
qd_store_open_to_read (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (QdStore) self = g_object_new (QD_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->read_only_reason = g_strdup ("");
  self->db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (self->db == NULL)
    return NULL;
  qd_db_set_cancellable (self->db, cancellable);

  /* It is closed soon, and until then asked for a good deal of the file. */
  return qd_db_exec (self->db, "PRAGMA cache_size=-65536", error) && load_models (self, error)
           ? g_steal_pointer (&self) : NULL;
}

static gint64
read_instant (gpointer store)
{
  return ((const QdStore *) store)->instant;
}

/* A store of the past, with nothing in it before the first turn. */
QdStore *
qd_store_new_past (const char *path,
                   const char *reason)
{
  QdStore *self = g_object_new (QD_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->read_only_reason = g_strdup (reason);
  self->past = TRUE;
  self->loader = qd_loader_new (NULL, "temp");
  qd_store_set_clock (self, read_instant, self);

  return self;
}

/* Begins to show in a store of the past what is in the temporary projections of *@db, of
 * which @rows were read; in exchange there is what it showed before, if anything. */
QdTurn *
qd_store_begin_turn (QdStore     *self,
                     QdDb       **db,
                     QdTurnRows  *rows,
                     gint64       instant,
                     GError     **error)
{
  QdDb *before = self->db;

  self->db = *db;
  *db = before;
  self->instant = instant;

  return qd_turn_new (self->loader, self->db, rows, qd_day_of_instant (instant), error);
}

void
qd_store_end_turn (QdStore *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0,
                 QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES);
}

QdDb *
qd_store_get_db (QdStore *self)
{
  return self->db;
}

/* Where the file lies, as the identity of its device knows it. */
const char *
qd_store_get_place (QdStore *self)
{
  return self->place;
}

gint64
qd_store_now (QdStore *self)
{
  return self->clock (self->clock_data);
}

/* Begins a write transaction and finds the stream to append to. */
gboolean
qd_store_begin (QdStore   *self,
                QdStream  *stream,
                GError   **error)
{
  if (self->read_only_reason != NULL)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_READ_ONLY, self->read_only_reason);
      return FALSE;
    }
  if (!qd_db_begin (self->db, error))
    return FALSE;
  if (qd_opening_check (self->db, self->path, error) &&
      qd_identity_open_stream (self->db, self->place, self->author, stream, error))
    return TRUE;

  qd_db_rollback (self->db);

  return FALSE;
}

/* Lets the models follow a commit of ours, and what others committed before it. */
static gboolean
follow (QdStore   *self,
        QdStream  *stream,
        QdEntry   *entry,
        GError   **error)
{
  gboolean alone;
  gint64 version = 0;

  if (!read_data_version (self, &version, error))
    return FALSE;

  alone = version == self->data_version && !self->behind;
  if ((!alone && !qd_store_catch_up (self, error)) ||
      !qd_loader_apply (self->loader, entry->changes, error))
    return FALSE;

  if (alone)
    qd_heads_note (self->heads, stream->rid, stream->head, &stream->head_hash, entry);
  tell_of (self, entry->changes);

  return TRUE;
}

/* A change is safe once it is committed; that the models cannot show it is another
 * matter, and made up for by the next look. */
static void
fall_behind (QdStore *self,
             GError  *error)
{
  g_warning ("The change was saved but cannot be shown: %s", error->message);
  self->behind = TRUE;
}

/* Commits what qd_store_begin() began, lets the models follow and tells of it. */
gboolean
qd_store_finish (QdStore   *self,
                 QdStream  *stream,
                 QdEntry   *entry,
                 GError   **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *sentence = NULL;

  if (!qd_db_commit (self->db, error))
    return FALSE;
  if (self->loader == NULL)
    return TRUE;

  if (!follow (self, stream, entry, &failed))
    fall_behind (self, failed);

  sentence = qd_history_describe (self->db, stream->rid, entry);
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, sentence);

  return TRUE;
}

/* Commits entries that came from elsewhere, and lets the models follow. */
gboolean
qd_store_finish_foreign (QdStore  *self,
                         GArray   *changes,
                         GError  **error)
{
  g_autoptr (GError) failed = NULL;

  if (!qd_db_commit (self->db, error))
    return FALSE;

  /* What other windows wrote before is among what the heads tell. */
  if (self->loader != NULL && !look (self, changes, &failed))
    fall_behind (self, failed);

  return TRUE;
}

void
qd_store_cancel (QdStore *self)
{
  qd_db_rollback (self->db);
}
