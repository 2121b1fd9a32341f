/* A text of headings, paragraphs and lines, which becomes pages, Markdown or HTML.
 *
 * It owns its words and knows nothing of where they come from, nor of what they will
 * look like.
 */

#include "config.h"

#include "qd-document.h"

static void
part_clear (gpointer data)
{
  QdDocumentPart *part = data;

  g_clear_pointer (&part->text, g_free);
  g_clear_pointer (&part->reason, g_free);
  g_clear_pointer (&part->place, g_free);
}

static QdDocumentPart *
add (QdDocument     *self,
     QdDocumentKind  kind,
     const char     *text)
{
  const QdDocumentPart part = { .kind = kind, .text = g_strdup (text) };

  g_array_append_val (self->parts, part);

  return &g_array_index (self->parts, QdDocumentPart, self->parts->len - 1);
}

/**
 * qd_document_new:
 * @title: what it is about
 * @subtitle: (nullable): what is said below the title
 * @day: the day on which it is made
 *
 * Returns: (transfer full): a document without parts
 */
QdDocument *
qd_document_new (const char *title,
                 const char *subtitle,
                 QdDay       day)
{
  QdDocument *self = g_new0 (QdDocument, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->day = day;
  self->parts = g_array_new (FALSE, FALSE, sizeof (QdDocumentPart));
  g_array_set_clear_func (self->parts, part_clear);

  return self;
}

/**
 * qd_document_free:
 * @self: a document
 */
void
qd_document_free (QdDocument *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * qd_document_add_heading:
 * @self: a document
 * @text: what the parts below are about, up to the next heading
 * @n_lines: how many lines they have
 */
void
qd_document_add_heading (QdDocument *self,
                         const char *text,
                         guint       n_lines)
{
  g_return_if_fail (self != NULL && text != NULL);

  add (self, QD_DOCUMENT_HEADING, text)->n_lines = n_lines;
}

/**
 * qd_document_add_subheading:
 * @self: a document that has a heading
 * @text: what the parts below are about, up to the next heading of either kind
 * @n_lines: how many lines they have
 */
void
qd_document_add_subheading (QdDocument *self,
                            const char *text,
                            guint       n_lines)
{
  g_return_if_fail (self != NULL && text != NULL);

  add (self, QD_DOCUMENT_SUBHEADING, text)->n_lines = n_lines;
}

/**
 * qd_document_add_paragraph:
 * @self: a document
 * @text: as wide as the page
 */
void
qd_document_add_paragraph (QdDocument *self,
                           const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add (self, QD_DOCUMENT_PARAGRAPH, text);
}

/**
 * qd_document_add_line:
 * @self: a document
 * @depth: below how many others it stands that it is a part of, mostly 0
 * @text: what is so
 * @reason: why, or ""
 * @place: where, who and when, or ""
 */
void
qd_document_add_line (QdDocument *self,
                      guint       depth,
                      const char *text,
                      const char *reason,
                      const char *place)
{
  QdDocumentPart *part;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (reason != NULL && place != NULL);

  part = add (self, QD_DOCUMENT_LINE, text);
  part->depth = depth;
  part->reason = g_strdup (reason);
  part->place = g_strdup (place);
}
