/**
 * Data sets of captioned pictures as they lie on the disk: folders by style, Hugging Face image folders and WebDataset shards.
 *
 * <p>{@link org.stylecodes.train.dataset.Dataset} lists the examples of a data set without reading a picture.
 */
@NullMarked
package org.stylecodes.train.dataset;

import org.jspecify.annotations.NullMarked;
