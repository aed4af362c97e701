/** What the studio answers to over HTTP: thin handlers, JSON, errors, and the checks that every request passes. */
@NullMarked
package org.stylecodes.studio.http;

import org.jspecify.annotations.NullMarked;
