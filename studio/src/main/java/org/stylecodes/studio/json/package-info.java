/** Reads JSON strictly, and says in the words of its sender what is wrong with it. */
@NullMarked
package org.stylecodes.studio.json;

import org.jspecify.annotations.NullMarked;
