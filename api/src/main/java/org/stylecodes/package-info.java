/** The entry points of the library: models that encode pictures as style codes and draw prompts in a style. */
@NullMarked
package org.stylecodes;

import org.jspecify.annotations.NullMarked;
