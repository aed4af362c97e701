/** Requests as callers send them, checked and completed so that they can be drawn. */
@NullMarked
package org.stylecodes.studio.request;

import org.jspecify.annotations.NullMarked;
