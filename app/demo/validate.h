// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "workspace.h"

/// Reading what a client sent into documents. Problems are collected in a FieldErrors under the key Close
/// names them by (the model's field: `lead`, `status`), so that nothing is written before all is checked.
namespace Leadline::Demo {

/// Copies a string or null under \a key.
void takeText(const Json &body, const char *key, Json &doc, FieldErrors &errors);

/// `emails`, `phones` and `urls`: a list that is sent replaces the whole list.
void takeContactLists(const Json &body, Json &doc, FieldErrors &errors);

void takeAddresses(const Json &body, Json &doc, FieldErrors &errors);

/// `custom.cf_x`, `custom.cf_x.add` and `custom.cf_x.remove`; null unsets. \a lead bounds contact fields.
void takeCustomFields(const Workspace &workspace, const std::string &objectType, std::uint32_t lead,
                      const Json &body, Json &doc, FieldErrors &errors);

/// `status_id` or `status` (a label); 0 when neither is sent.
std::uint16_t takeLeadStatus(const Workspace &workspace, const Json &body, FieldErrors &errors);

/// The restricted XHTML of a plain text: escaped, line ends as <br />
/// (developer.close.com/topics/rich-text-fields).
std::string htmlOfPlain(const std::string &plain);
/// The plain text of rich text.
std::string plainOfHtml(const std::string &html);
/// `note` and `note_html`: either writes both, note_html wins.
void takeNote(const Json &body, Json &doc, FieldErrors &errors);

/// Throws 400 unless the body is an object.
void requireObject(const Json &body);

} // namespace Leadline::Demo
