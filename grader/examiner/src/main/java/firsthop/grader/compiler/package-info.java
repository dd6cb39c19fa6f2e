/** The compiler: javac in its own process, because hostile source can attack it too. */
@NullMarked
package firsthop.grader.compiler;

import org.jspecify.annotations.NullMarked;
