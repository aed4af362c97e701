/**
 * What goes wrong, by whose fault it is: the caller's ({@link org.stylecodes.error.InvalidRequestException}), the model's files
 * ({@link org.stylecodes.error.ModelFormatException}), the machine's ({@link org.stylecodes.error.EnvironmentException}) or that of a server
 * elsewhere ({@link org.stylecodes.error.ServerException}). Work that was cancelled ends with a
 * {@link org.stylecodes.error.CancelledException}.
 */
@NullMarked
package org.stylecodes.error;

import org.jspecify.annotations.NullMarked;
