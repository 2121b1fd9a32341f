/* Reminds the person of the check-ins that they owe: a notification of the desktop, once a
 * day at most, which goes when nothing is due any more.
 *
 * It looks when it is told to; when that is, the application knows. It reads in a thread,
 * whether or not the file is open in a window, and never writes to it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-line-text.h"
#include "qd-reminder.h"
#include "store/qd-due-titles.h"

#define ID "check-ins"

/* What a notification shows of the cards: so many titles of so many characters. */
#define MAX_TITLES 3
#define MAX_LENGTH 60

/* While somebody types their name, there is nobody of that name yet. */
#define TYPING_SECONDS 2

struct _QdReminder
{
  GObject parent_instance;

  GApplication *application; /* (unowned) */
  QdSettings *settings;
  QdReminderQuietFunc is_quiet;

  guint look_id;
  gboolean remind;           /* when it looks next, or reads now */
  GCancellable *reading;     /* (nullable) */
  char *complaint;           /* (nullable): what was said last on standard error */
};

typedef struct
{
  char *path;
  char *name;
  QdDay today;
} Question;

G_DEFINE_FINAL_TYPE (QdReminder, qd_reminder, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question->name);
  g_free (question);
}

static void
withdraw (QdReminder *self)
{
  g_application_withdraw_notification (self->application, ID);
}

static gboolean
was_reminded (QdReminder *self)
{
  g_autofree char *day = qd_settings_dup_string (self->settings, "reminded-day");

  return qd_day_parse (day) == qd_clock_today ();
}

/* The first of them, and how many more. */
static char *
describe (const char * const *titles,
          guint               n_titles)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_titles, MAX_TITLES); i++)
    {
      g_autofree char *title = qd_line_text (titles[i], MAX_LENGTH);

      if (i > 0)
        g_string_append (words, C_("enumeration", ", "));
      g_string_append (words, *title != '\0' ? title : _("Untitled"));
    }
  if (n_titles > MAX_TITLES)
    {
      const guint n_more = n_titles - MAX_TITLES;

      g_string_append (words, C_("enumeration", ", "));
      /* Translators: behind the titles of some cards */
      g_string_append_printf (words, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (words, FALSE);
}

static void
notify_of (QdReminder         *self,
           const char * const *titles)
{
  const guint n_titles = g_strv_length ((char **) titles);
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *body = describe (titles, n_titles);
  g_autofree char *day = qd_day_to_iso (qd_clock_today ());

  headline = g_strdup_printf (ngettext ("%u check-in is due", "%u check-ins are due", n_titles),
                              n_titles);
  notification = g_notification_new (headline);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.check-in-run");
  g_application_send_notification (self->application, ID, notification);

  g_object_set (self->settings, "reminded-day", day, NULL);
}

/* Where there are windows, they tell what is wrong with a file. */
static void
complain (QdReminder   *self,
          const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_strcmp0 (self->complaint, error->message) == 0)
    return;

  g_free (self->complaint);
  self->complaint = g_strdup (error->message);
  g_printerr ("%s\n", error->message);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      unused)
{
  QdReminder *self = QD_REMINDER (object);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) titles = g_task_propagate_pointer (G_TASK (result), &error);

  /* Something else is asked by now. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  g_clear_object (&self->reading);
  if (titles == NULL)
    complain (self, error);
  else if (titles[0] == NULL)
    withdraw (self);
  else if (self->remind && !was_reminded (self))
    notify_of (self, (const char * const *) titles);
  self->remind = FALSE;
}

static void
read_titles (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  char **titles = qd_due_read_titles (question->path, question->name, question->today,
                                      cancellable, &error);

  if (titles != NULL)
    g_task_return_pointer (task, titles, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
stop_reading (QdReminder *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
start_reading (QdReminder *self,
               const char *name)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  question->path = qd_settings_dup_usual_file (self->settings);
  question->name = g_strdup (name);
  question->today = qd_clock_today ();

  stop_reading (self);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, on_read, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_titles);
}

static gboolean
on_look (gpointer user_data)
{
  QdReminder *self = user_data;
  g_autofree char *name = qd_settings_dup_name (self->settings);

  g_assert (QD_IS_REMINDER (self));

  self->look_id = 0;
  if (was_reminded (self) || self->is_quiet (self->application))
    self->remind = FALSE;
  if (name != NULL && qd_settings_get_boolean (self->settings, "remind") &&
      (self->remind || was_reminded (self)))
    start_reading (self, name);

  return G_SOURCE_REMOVE;
}

/* Who is not to be reminded any more sees no notification any more, either. */
static void
on_setting (QdReminder *self)
{
  g_autofree char *name = qd_settings_dup_name (self->settings);

  g_assert (QD_IS_REMINDER (self));

  qd_reminder_stop (self);
  if (name != NULL && qd_settings_get_boolean (self->settings, "remind"))
    qd_reminder_look (self, TYPING_SECONDS, TRUE);
  else
    withdraw (self);
}

static void
qd_reminder_dispose (GObject *object)
{
  QdReminder *self = QD_REMINDER (object);

  qd_reminder_stop (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_reminder_parent_class)->dispose (object);
}

static void
qd_reminder_finalize (GObject *object)
{
  g_free (QD_REMINDER (object)->complaint);

  G_OBJECT_CLASS (qd_reminder_parent_class)->finalize (object);
}

static void
qd_reminder_class_init (QdReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_reminder_dispose;
  object_class->finalize = qd_reminder_finalize;
}

static void
qd_reminder_init (QdReminder *self)
{
}

/**
 * qd_reminder_new:
 * @application: who reminds, and has the action "check-in-run"; it outlives the reminder
 * @settings: who the person is, which file is theirs, and whether to remind them
 * @is_quiet: asked before each notification
 *
 * Returns: (transfer full): a reminder that has not looked yet
 */
QdReminder *
qd_reminder_new (GApplication        *application,
                 QdSettings          *settings,
                 QdReminderQuietFunc  is_quiet)
{
  QdReminder *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (QD_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (is_quiet != NULL, NULL);

  self = g_object_new (QD_TYPE_REMINDER, NULL);
  self->application = application;
  self->settings = g_object_ref (settings);
  self->is_quiet = is_quiet;
  g_signal_connect_object (settings, "notify::remind", G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::name", G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * qd_reminder_stop:
 * @self: a reminder
 *
 * Has it neither look nor read. What shows stays.
 */
void
qd_reminder_stop (QdReminder *self)
{
  g_return_if_fail (QD_IS_REMINDER (self));

  g_clear_handle_id (&self->look_id, g_source_remove);
  stop_reading (self);
  self->remind = FALSE;
}

/**
 * qd_reminder_look:
 * @self: a reminder
 * @seconds: when; instead of when it was to look else
 * @remind: whether to remind of what is due, unless that was done today; else what was
 *   said is only taken back where it is true no longer
 *
 * Has it look what is due.
 */
void
qd_reminder_look (QdReminder *self,
                  guint       seconds,
                  gboolean    remind)
{
  g_return_if_fail (QD_IS_REMINDER (self));

  self->remind |= remind;
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add_seconds (seconds, on_look, self);
}
