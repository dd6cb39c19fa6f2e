/** Mutation testing: hidden tests must tell the reference from its mutants. */
@NullMarked
package firsthop.grader.mutation;

import org.jspecify.annotations.NullMarked;
