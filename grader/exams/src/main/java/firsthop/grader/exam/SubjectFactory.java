package firsthop.grader.exam;

/** Where the subjects of hidden tests come from, put into the launcher session's store. */
public interface SubjectFactory {

  /** A test is about to begin. */
  void begin() throws Exception;

  /** Return a new subject that implements the contract. */
  Object create(Class<?> contract) throws Exception;

  /** The test is over for this subject. */
  void release(Object subject);

  /** Return the addresses that tests may use. */
  AddressPlan addresses();
}
