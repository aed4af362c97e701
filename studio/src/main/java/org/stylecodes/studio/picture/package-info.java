/** Pictures on disk, named by the hash of their content. */
@NullMarked
package org.stylecodes.studio.picture;

import org.jspecify.annotations.NullMarked;
