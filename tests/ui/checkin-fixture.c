/* A check-in form in a window, and what a person does in it. */

#include "config.h"

#include "checkin-fixture.h"

#include "details/qd-checkin-fields.h"
#include "details/qd-checkin-form.h"
#include "details/qd-column-choice.h"

void
checkin_set_up (DetailsFixture *fixture,
                gconstpointer   unused)
{
  GtkWidget *form;

  details_fixture_set_up (fixture, NULL);
  form = qd_checkin_form_new (fixture->file.store);
  qd_checkin_form_set_card (QD_CHECKIN_FORM (form), fixture->nps);
  details_show (fixture, form);
}

void
checkin_show_card (DetailsFixture *fixture,
                   QdKeyResult    *card)
{
  qd_checkin_form_set_card (QD_CHECKIN_FORM (fixture->widget), card);
  ui_settle ();
}

QdNumberEntry *
checkin_get_value (DetailsFixture *fixture)
{
  return QD_NUMBER_ENTRY (ui_find (fixture->widget, QD_TYPE_NUMBER_ENTRY));
}

GtkEditable *
checkin_get_value_entry (DetailsFixture *fixture)
{
  return GTK_EDITABLE (ui_find (GTK_WIDGET (checkin_get_value (fixture)), GTK_TYPE_ENTRY));
}

QdTextField *
checkin_get_note (DetailsFixture *fixture)
{
  return QD_TEXT_FIELD (ui_find (fixture->widget, QD_TYPE_TEXT_FIELD));
}

QdTextField *
checkin_get_blocker (DetailsFixture *fixture)
{
  return QD_TEXT_FIELD (gtk_widget_get_next_sibling (GTK_WIDGET (checkin_get_note (fixture))));
}

QdConfidencePicker *
checkin_get_confidence (DetailsFixture *fixture)
{
  return QD_CONFIDENCE_PICKER (ui_find (fixture->widget, QD_TYPE_CONFIDENCE_PICKER));
}

GtkDropDown *
checkin_get_columns (DetailsFixture *fixture)
{
  GtkWidget *choice = ui_find (fixture->widget, QD_TYPE_COLUMN_CHOICE);

  return GTK_DROP_DOWN (ui_find (choice, GTK_TYPE_DROP_DOWN));
}

void
checkin_type_value (DetailsFixture *fixture,
                    const char     *text)
{
  gtk_editable_set_text (checkin_get_value_entry (fixture), text);
}

void
checkin_type_note (DetailsFixture *fixture,
                   const char     *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (ui_find (GTK_WIDGET (checkin_get_note (fixture)),
                                              GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

void
checkin_type_blocker (DetailsFixture *fixture,
                      const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (checkin_get_blocker (fixture)),
                                                GTK_TYPE_ENTRY)), text);
}

void
checkin_pick (DetailsFixture *fixture,
              int             confidence)
{
  g_signal_emit_by_name (checkin_get_confidence (fixture), "type-digit", confidence);
}

void
checkin_click (DetailsFixture *fixture,
               const char     *label)
{
  GtkWidget *fields = ui_find (fixture->widget, QD_TYPE_CHECKIN_FIELDS);
  GtkWidget *button = ui_find_button (fields, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

void
checkin_assert_value (DetailsFixture *fixture,
                      const char     *expected)
{
  g_assert_cmpstr (gtk_editable_get_text (checkin_get_value_entry (fixture)), ==, expected);
}

void
checkin_assert_note (DetailsFixture *fixture,
                     const char     *expected)
{
  g_autofree char *text = qd_text_field_dup_text (checkin_get_note (fixture));

  g_assert_cmpstr (text, ==, expected);
}

void
checkin_correct (DetailsFixture *fixture,
                 QdId            checkin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDetails) details = qd_details_read (fixture->file.store,
                                                   details_get_id (fixture->nps), &error);

  g_assert_no_error (error);
  qd_checkin_form_correct (QD_CHECKIN_FORM (fixture->widget),
                           qd_details_find_checkin (details, checkin));
  ui_settle ();
}

void
checkin_set_metric (DetailsFixture *fixture,
                    QdMetricKind    metric)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, details_get_id (fixture->nps), metric, &error);
  g_assert_no_error (error);
  ui_settle ();
}
