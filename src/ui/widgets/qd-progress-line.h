#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How high a progress line is, in pixels, and how far its marks reach out of it. */
#define QD_PROGRESS_LINE_HEIGHT 6
#define QD_PROGRESS_LINE_REACH 4

/**
 * QdProgressLook:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @colour: of what is done
 * @trough: of what is not
 * @mark: of the tick at the expected progress
 * @reverse: of what went the other way
 */
typedef struct
{
  double progress;
  double expected;
  GdkRGBA colour;
  GdkRGBA trough;
  GdkRGBA mark;
  GdkRGBA reverse;
} QdProgressLook;

#define QD_TYPE_PROGRESS_LINE (qd_progress_line_get_type ())
G_DECLARE_FINAL_TYPE (QdProgressLine, qd_progress_line, QD, PROGRESS_LINE, GtkWidget)

void qd_progress_line_set  (QdProgressLine       *self,
                            double                progress,
                            double                expected,
                            const char           *css_class);
void qd_progress_line_draw (GtkSnapshot          *snapshot,
                            const QdProgressLook *look,
                            int                   width,
                            gboolean              rtl);

G_END_DECLS
