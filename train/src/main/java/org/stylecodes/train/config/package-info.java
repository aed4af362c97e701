/** The settings of a training run, read from a JSON file. */
@NullMarked
package org.stylecodes.train.config;

import org.jspecify.annotations.NullMarked;
