package firsthop.tool.watch;

/** What {@code ./lab watch} says, in the languages that it knows. */
enum WatchLanguage {
  ENGLISH(
      "done",
      "wrong",
      "open",
      "%d of %d tests pass",
      "Next: correct %s in %s.java and save it. h: a hint",
      "Next: fill in %s in %s.java and save it. h: a hint",
      "Next: all exercises of this lab are done. ./lab pack makes the file to hand in",
      "Next: correct this and save the file.",
      "n next  h hint  l list  a run all  g language  q quit",
      "%d ms after the save",
      "+%d more: l lists them",
      "Nothing to test: the classes are the same as before.",
      "There are no more hints for %s.",
      "Does not compile:",
      "Your code ended its process, or ran out of memory, in a test of"
          + " %s. Did it call System.exit?"),
  KOREAN(
      "완료",
      "오답",
      "미작성",
      "테스트 %2$d개 중 %1$d개 통과",
      "다음: %2$s.java에서 %1$s을(를) 고치고 저장하세요. h: 힌트",
      "다음: %2$s.java에서 %1$s을(를) 작성하고 저장하세요. h: 힌트",
      "다음: 이 실습의 모든 과제를 마쳤습니다. ./lab pack으로 제출 파일을 만드세요",
      "다음: 오류를 고치고 저장하세요.",
      "n 다음  h 힌트  l 목록  a 전체 실행  g 언어  q 종료",
      "저장 후 %d ms",
      "외 %d개: l로 모두 볼 수 있습니다",
      "테스트할 것이 없습니다: 클래스가 이전과 같습니다.",
      "%s의 힌트는 더 없습니다.",
      "컴파일되지 않습니다:",
      "%s의 테스트에서 코드가 프로세스를 끝냈거나 메모리가 부족합니다. System.exit을 호출했나요?");

  final String done;
  final String wrong;
  final String open;
  final String passing;
  final String correct;
  final String fillIn;
  final String allDone;
  final String correctErrors;
  final String keys;
  final String afterSave;
  final String more;
  final String same;
  final String noMoreHints;
  final String doesNotCompile;
  final String ended;

  WatchLanguage(String... texts) {
    int i = 0;
    done = texts[i++];
    wrong = texts[i++];
    open = texts[i++];
    passing = texts[i++];
    correct = texts[i++];
    fillIn = texts[i++];
    allDone = texts[i++];
    correctErrors = texts[i++];
    keys = texts[i++];
    afterSave = texts[i++];
    more = texts[i++];
    same = texts[i++];
    noMoreHints = texts[i++];
    doesNotCompile = texts[i++];
    ended = texts[i];
  }

  WatchLanguage other() {
    return this == ENGLISH ? KOREAN : ENGLISH;
  }
}
