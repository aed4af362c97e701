/** Files that appear whole or not at all. */
@NullMarked
package org.stylecodes.file;

import org.jspecify.annotations.NullMarked;
