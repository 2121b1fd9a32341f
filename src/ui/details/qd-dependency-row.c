/* One dependency of a card: what it waits for, on whom, since when, and what came
 * of it.
 *
 * It writes what a person does with it into the file, and shows it when it is told
 * what is there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-name-entry.h"
#include "widgets/qd-toaster.h"

#include "qd-dependency-row.h"
#include "qd-title-entry.h"

/* What can be said of it, the latest first. */
enum
{
  LINE_RESOLVED,
  LINE_ESCALATED,
  LINE_FLAGGED,
  N_LINES
};

typedef gboolean (*SetDayFunc) (QdStore  *store,
                                QdId      dependency,
                                QdDay     day,
                                GError  **error);

typedef struct
{
  GtkWidget *box;
  GtkLabel *label;
  QdDayButton *button;
} Line;

static const struct
{
  const char *css_class;
  const char *icon_name;
  SetDayFunc set_day;
} line_kinds[N_LINES] = {
  { "resolved", "emblem-ok-symbolic", qd_edit_resolve_dependency },
  { "escalated", "dialog-warning-symbolic", qd_edit_escalate_dependency },
  { "flagged", "document-open-recent-symbolic", qd_edit_flag_dependency },
};

struct _QdDependencyRow
{
  GtkWidget parent_instance;

  QdStore *store;
  QdId id;
  QdDay days[N_LINES];

  GtkWidget *box;
  QdTitleEntry *title;
  GtkWidget *lines_box;
  Line lines[N_LINES];
  GtkWidget *waits_for; /* QdNameEntry, which has to know the names when it is made */
  GtkWidget *buttons;
  GtkButton *escalate_button;
  GtkButton *resolve_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (QdDependencyRow, qd_dependency_row, GTK_TYPE_WIDGET)

/* Takes @label. */
static void
take_label (gpointer  widget,
            char     *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_free (label);
}

static void
set_css_class (QdDependencyRow *self,
               const char      *css_class,
               gboolean         is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static char *
describe_resolved (const QdDependency *dependency)
{
  g_autofree char *day = qd_day_text_full (dependency->resolved);

  if (dependency->resolved == QD_DAY_NONE)
    return NULL;
  if (*dependency->waits_for == '\0')
    /* Translators: a dependency, and the day on which the waiting ended. */
    return g_strdup_printf (_("Resolved on %s"), day);

  /* Translators: a dependency, the day on which the waiting ended, and on whom it
   * was. */
  return g_strdup_printf (_("Resolved on %s, waited for %s"), day, dependency->waits_for);
}

static char *
describe_escalated (const QdDependency *dependency)
{
  g_autofree char *day = qd_day_text_full (dependency->escalated);

  if (dependency->escalated == QD_DAY_NONE || dependency->resolved != QD_DAY_NONE)
    return NULL;

  /* Translators: a dependency, and when those who can help were told. */
  return g_strdup_printf (_("Escalated on %s"), day);
}

static char *
describe_flagged (const QdDependency *dependency)
{
  g_autofree char *day = qd_day_text_full (dependency->flagged);

  if (dependency->resolved != QD_DAY_NONE)
    return NULL;
  if (dependency->flagged == QD_DAY_NONE)
    /* Translators: the state of a dependency. */
    return g_strdup (_("Waiting"));

  /* Translators: a dependency, and since when one waits. */
  return g_strdup_printf (_("Waiting since %s"), day);
}

static void
update_line (QdDependencyRow *self,
             guint            nth,
             QdDay            day,
             const char      *text)
{
  Line *line = &self->lines[nth];

  self->days[nth] = day;
  qd_day_button_set_day (line->button, day);
  gtk_label_set_text (line->label, text != NULL ? text : "");
  gtk_widget_set_visible (line->box, text != NULL);
}

/* In one, for a screen reader. */
static char *
describe_state (const QdDependency *dependency)
{
  g_autofree char *escalated = qd_day_text_full (dependency->escalated);
  g_autofree char *flagged = qd_day_text_full (dependency->flagged);

  if (dependency->resolved != QD_DAY_NONE)
    return describe_resolved (dependency);
  if (dependency->escalated == QD_DAY_NONE)
    return describe_flagged (dependency);
  if (dependency->flagged == QD_DAY_NONE)
    return describe_escalated (dependency);

  /* Translators: a dependency: when those who can help were told, and since when
   * one waits. */
  return g_strdup_printf (_("Escalated on %s, waiting since %s"), escalated, flagged);
}

static void
update_lines (QdDependencyRow    *self,
              const QdDependency *dependency)
{
  g_autofree char *resolved = describe_resolved (dependency);
  g_autofree char *escalated = describe_escalated (dependency);
  g_autofree char *flagged = describe_flagged (dependency);

  update_line (self, LINE_RESOLVED, dependency->resolved, resolved);
  update_line (self, LINE_ESCALATED, dependency->escalated, escalated);
  update_line (self, LINE_FLAGGED, dependency->flagged, flagged);
}

static void
name_days (QdDependencyRow *self,
           const char      *title)
{
  g_autofree char *resolved = g_strdup_printf (_("Day when “%s” was resolved"), title);
  g_autofree char *escalated = g_strdup_printf (_("Day when “%s” was escalated"), title);
  g_autofree char *flagged = g_strdup_printf (_("Day since when one waits for “%s”"), title);

  qd_day_button_set_label (self->lines[LINE_RESOLVED].button, resolved);
  qd_day_button_set_label (self->lines[LINE_ESCALATED].button, escalated);
  qd_day_button_set_label (self->lines[LINE_FLAGGED].button, flagged);
}

static void
update_buttons (QdDependencyRow *self,
                const char      *title)
{
  const gboolean resolved = self->days[LINE_RESOLVED] != QD_DAY_NONE;
  const gboolean escalated = self->days[LINE_ESCALATED] != QD_DAY_NONE;

  gtk_button_set_label (self->escalate_button,
                        /* Translators: takes an escalation back. */
                        escalated ? _("Take Back") : _("Escalate"));
  take_label (self->escalate_button,
              g_strdup_printf (escalated ? _("Take back the escalation of “%s”")
                                         : _("Escalate “%s”"), title));
  gtk_widget_set_visible (GTK_WIDGET (self->escalate_button), !resolved);

  gtk_button_set_label (self->resolve_button, resolved ? _("Reopen") : _("Resolve"));
  take_label (self->resolve_button,
              g_strdup_printf (resolved ? _("Reopen “%s”") : _("Resolve “%s”"), title));
  take_label (self->remove_button, g_strdup_printf (_("Remove the dependency “%s”"), title));
}

static gboolean
on_title_edited (QdDependencyRow *self,
                 const char      *text)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_DEPENDENCY_ROW (self));

  if (qd_edit_rename (self->store, QD_ENTITY_DEPENDENCY, self->id, text, &error))
    return TRUE;

  qd_title_entry_set_error (self->title, error->message);

  return FALSE;
}

static gboolean
on_waits_for_edited (QdDependencyRow *self,
                     const char      *text)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_DEPENDENCY_ROW (self));

  if (qd_edit_set_text (self->store, self->id, QD_FIELD_DEPENDENCY_ON, text, FALSE, &error))
    return TRUE;

  qd_name_entry_set_error (QD_NAME_ENTRY (self->waits_for), error->message);

  return FALSE;
}

static void
on_day_chosen (QdDependencyRow *self,
               GParamSpec      *pspec,
               QdDayButton     *button)
{
  const QdDay day = qd_day_button_get_day (button);
  guint nth = 0;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_DEPENDENCY_ROW (self));

  while (self->lines[nth].button != button)
    nth++;
  if (day == self->days[nth] || line_kinds[nth].set_day (self->store, self->id, day, &error))
    return;

  qd_day_button_set_day (button, self->days[nth]);
  qd_toaster_report (GTK_WIDGET (self), error);
}

/* What it was not it becomes today, and what it was it is no more. */
static void
toggle (QdDependencyRow *self,
        guint            nth)
{
  const QdDay day = self->days[nth] != QD_DAY_NONE ? QD_DAY_NONE : qd_clock_today ();
  g_autoptr (GError) error = NULL;

  if (!line_kinds[nth].set_day (self->store, self->id, day, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
on_escalate (GtkWidget  *widget,
             const char *action_name,
             GVariant   *unused)
{
  toggle (QD_DEPENDENCY_ROW (widget), LINE_ESCALATED);
}

static void
on_resolve (GtkWidget  *widget,
            const char *action_name,
            GVariant   *unused)
{
  toggle (QD_DEPENDENCY_ROW (widget), LINE_RESOLVED);
}

static void
on_remove (GtkWidget  *widget,
           const char *action_name,
           GVariant   *unused)
{
  QdDependencyRow *self = QD_DEPENDENCY_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_archive (self->store, QD_ENTITY_DEPENDENCY, self->id, TRUE, &error))
    qd_toaster_report (widget, error);
}

static void
qd_dependency_row_dispose (GObject *object)
{
  QdDependencyRow *self = QD_DEPENDENCY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DEPENDENCY_ROW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_dependency_row_parent_class)->dispose (object);
}

static void
qd_dependency_row_class_init (QdDependencyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_dependency_row_dispose;

  /**
   * QdDependencyRow|dependency.escalate:
   *
   * Notes that those who can help were told today, or takes it back.
   */
  gtk_widget_class_install_action (widget_class, "dependency.escalate", NULL, on_escalate);

  /**
   * QdDependencyRow|dependency.resolve:
   *
   * Notes that the waiting ended today, or takes it back.
   */
  gtk_widget_class_install_action (widget_class, "dependency.resolve", NULL, on_resolve);

  /**
   * QdDependencyRow|dependency.remove:
   *
   * Takes the dependency out of sight.
   */
  gtk_widget_class_install_action (widget_class, "dependency.remove", NULL, on_remove);

  g_type_ensure (QD_TYPE_TITLE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-dependency-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, box);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, lines_box);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, escalate_button);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, resolve_button);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);

  gtk_widget_class_set_css_name (widget_class, "dependencyrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
add_line (QdDependencyRow *self,
          guint            nth)
{
  Line *line = &self->lines[nth];
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", line_kinds[nth].icon_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (line->box, "state");
  gtk_widget_add_css_class (line->box, line_kinds[nth].css_class);

  line->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (line->label, 0.0f);
  gtk_label_set_wrap (line->label, TRUE);
  gtk_label_set_wrap_mode (line->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (line->label), TRUE);

  line->button = g_object_new (QD_TYPE_DAY_BUTTON,
                               "compact", TRUE,
                               /* The others are taken back by name. */
                               "optional", nth == LINE_FLAGGED,
                               NULL);
  gtk_widget_set_valign (GTK_WIDGET (line->button), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (line->button, "notify::day", G_CALLBACK (on_day_chosen), self);

  gtk_box_append (GTK_BOX (line->box), icon);
  gtk_box_append (GTK_BOX (line->box), GTK_WIDGET (line->label));
  gtk_box_append (GTK_BOX (line->box), GTK_WIDGET (line->button));
  gtk_box_append (GTK_BOX (self->lines_box), line->box);
}

static void
qd_dependency_row_init (QdDependencyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_LINES; i++)
    add_line (self, i);
}

/**
 * qd_dependency_row_new:
 * @store: the file that it is in
 * @names: (element-type QdEntity): on whom one could wait
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
qd_dependency_row_new (QdStore    *store,
                       GListModel *names)
{
  QdDependencyRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (names), NULL);

  self = g_object_new (QD_TYPE_DEPENDENCY_ROW, NULL);
  self->store = g_object_ref (store);
  self->waits_for = qd_name_entry_new (_("Waits For"), names);
  g_signal_connect_swapped (self->waits_for, "edited", G_CALLBACK (on_waits_for_edited), self);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->waits_for,
                              gtk_widget_get_prev_sibling (self->buttons));

  return GTK_WIDGET (self);
}

/**
 * qd_dependency_row_get_id:
 *
 * Returns: the dependency that it shows
 */
QdId
qd_dependency_row_get_id (QdDependencyRow *self)
{
  g_return_val_if_fail (QD_IS_DEPENDENCY_ROW (self), QD_ID_NONE);

  return self->id;
}

/**
 * qd_dependency_row_update:
 * @dependency: the dependency as it is now; always the same one
 *
 * Shows it. What is being typed stays.
 */
void
qd_dependency_row_update (QdDependencyRow    *self,
                          const QdDependency *dependency)
{
  g_autofree char *state = NULL;
  g_autofree char *title_label = NULL;
  gboolean resolved;

  g_return_if_fail (QD_IS_DEPENDENCY_ROW (self));
  g_return_if_fail (dependency != NULL);

  self->id = dependency->id;
  resolved = dependency->resolved != QD_DAY_NONE;

  qd_title_entry_set_text (self->title, dependency->title);
  qd_name_entry_set_text (QD_NAME_ENTRY (self->waits_for), dependency->waits_for);
  /* Who comes back to what is resolved only reads; but no typing is hidden. */
  gtk_widget_set_visible (self->waits_for,
                          !resolved ||
                          gtk_widget_get_focus_child (self->waits_for) != NULL);

  update_lines (self, dependency);
  set_css_class (self, "resolved", resolved);
  set_css_class (self, "escalated", !resolved && dependency->escalated != QD_DAY_NONE);

  title_label = g_strdup_printf (_("Title of the dependency “%s”"), dependency->title);
  qd_title_entry_set_label (self->title, title_label);
  name_days (self, dependency->title);
  update_buttons (self, dependency->title);
  state = describe_state (dependency);
  /* Translators: the title of a dependency, and its state. */
  take_label (self, g_strdup_printf (_("Dependency “%s”, %s"), dependency->title, state));
}

/**
 * qd_dependency_row_finish:
 *
 * Hands on what was typed, as leaving does; for when the row goes away.
 */
void
qd_dependency_row_finish (QdDependencyRow *self)
{
  g_return_if_fail (QD_IS_DEPENDENCY_ROW (self));

  qd_title_entry_finish (self->title);
  qd_name_entry_finish (QD_NAME_ENTRY (self->waits_for));
}
