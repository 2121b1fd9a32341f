#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdSegment:
 * @share: how much of the whole, in any unit; nothing is drawn for 0 or less
 * @css_class: (not nullable): the class that names its colour
 */
typedef struct
{
  double share;
  const char *css_class;
} QdSegment;

#define QD_TYPE_DISTRIBUTION (qd_distribution_get_type ())
G_DECLARE_FINAL_TYPE (QdDistribution, qd_distribution, QD, DISTRIBUTION, GtkWidget)

GtkWidget *qd_distribution_new          (void);
void       qd_distribution_set_segments (QdDistribution        *self,
                                         const QdSegment       *segments,
                                         guint                  n_segments);
void       qd_distribution_draw         (GtkWidget             *widget,
                                         GtkSnapshot           *snapshot,
                                         const QdSegment       *segments,
                                         guint                  n_segments,
                                         const graphene_rect_t *area);

G_END_DECLS
