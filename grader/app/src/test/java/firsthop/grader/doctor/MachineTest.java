package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.doctor.Machine.Kind;
import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void debian_and_ubuntu_install_with_apt() {
    assertThat(Machine.kindOf("Linux", "NAME=\"Debian\"\nID=debian\n")).isEqualTo(Kind.DEBIAN);
    assertThat(Machine.kindOf("Linux", "ID=ubuntu\nID_LIKE=debian\n")).isEqualTo(Kind.DEBIAN);
    assertThat(Machine.kindOf("Linux", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"))
        .isEqualTo(Kind.DEBIAN);
  }

  @Test
  void another_linux_does_not() {
    assertThat(Machine.kindOf("Linux", "ID=fedora\nHOME_URL=\"https://not.debian.org\"\n"))
        .isEqualTo(Kind.LINUX);
    assertThat(Machine.kindOf("Linux", "")).isEqualTo(Kind.LINUX);
  }

  @Test
  void mac_and_windows_go_by_the_name_of_the_system() {
    assertThat(Machine.kindOf("Mac OS X", "")).isEqualTo(Kind.MAC);
    assertThat(Machine.kindOf("Windows 11", "")).isEqualTo(Kind.WINDOWS);
  }

  @Test
  void root_needs_no_sudo() {
    assertThat(new Remedies(new Machine(Kind.DEBIAN, true)).maven())
        .isEqualTo("apt-get install -y maven");
    assertThat(new Remedies(new Machine(Kind.DEBIAN, false)).maven())
        .isEqualTo("sudo apt-get install -y maven");
  }
}
