#pragma once

#include "model/qd-key-result.h"
#include "store/qd-details.h"
#include "store/qd-history.h"

G_BEGIN_DECLS

/**
 * QdTimelineKind:
 * @QD_TIMELINE_EDIT: somebody changed something
 * @QD_TIMELINE_CHECKIN: somebody checked in
 * @QD_TIMELINE_COMMENT: somebody said something
 */
typedef enum
{
  QD_TIMELINE_EDIT,
  QD_TIMELINE_CHECKIN,
  QD_TIMELINE_COMMENT,
} QdTimelineKind;

#define QD_TYPE_TIMELINE_ENTRY (qd_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (QdTimelineEntry, qd_timeline_entry, QD, TIMELINE_ENTRY, GObject)

/**
 * QdTimelineEntry:
 * @kind: what it is
 * @id: the check-in or comment, or %QD_ID_NONE
 * @at: when it was written, in milliseconds since the Unix epoch
 * @made: the day of that, here
 * @day: the day that a check-in tells of, or %QD_DAY_NONE
 * @author: (nullable): who; %NULL where nobody knows
 * @text: what was done or said, "" for a check-in without a value
 * @note: (nullable): what moved, or "", of a check-in
 * @blocker: (nullable): what is in the way, or "", of a check-in
 * @resolved: when that was out of the way, or %QD_DAY_NONE
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 * @superseded: whether a later check-in corrects it
 * @moved_to: (nullable): the column to which the card went with a check-in
 *
 * One thing that happened to a card. Nothing of it ever changes.
 */
struct _QdTimelineEntry
{
  GObject parent_instance;

  QdTimelineKind kind;
  QdId id;
  gint64 at;
  QdDay made;
  QdDay day;
  char *author;
  char *text;
  char *note;
  char *blocker;
  QdDay resolved;
  int confidence;
  gboolean superseded;
  char *moved_to;
};

GPtrArray *qd_timeline_entry_list         (QdCard          *card,
                                           const QdDetails *details,
                                           GPtrArray       *history,
                                           gboolean         complete);
gboolean   qd_timeline_entry_equal        (QdTimelineEntry *self,
                                           QdTimelineEntry *other);
char      *qd_timeline_entry_dup_time     (QdTimelineEntry *self);
char      *qd_timeline_entry_dup_heading  (QdTimelineEntry *self,
                                           QdDay            today);
char      *qd_timeline_entry_dup_sentence (QdTimelineEntry *self);

G_END_DECLS
