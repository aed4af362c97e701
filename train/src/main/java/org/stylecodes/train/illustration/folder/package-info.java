/** Composes whole folders of illustrated styles, in the layout that training reads. */
@NullMarked
package org.stylecodes.train.illustration.folder;

import org.jspecify.annotations.NullMarked;
