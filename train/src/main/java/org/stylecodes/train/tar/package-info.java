/** Reads tar files, also damaged and hostile ones: WebDataset shards and the packages of the npm registry. */
@NullMarked
package org.stylecodes.train.tar;

import org.jspecify.annotations.NullMarked;
