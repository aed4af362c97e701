/** Strict reading of JSON, with errors in terms of the request. */
@NullMarked
package org.stylecodes.studio.json;

import org.jspecify.annotations.NullMarked;
