package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.web.expiry.GrantExpiry;
import org.heliograph.internal.web.expiry.Token;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
  private final List<String> asked = new ArrayList<>();
  private String user = "ann";

  private Gatekeeper judge(ChannelAuthorizer authorizer, String... channels) {
    ChannelAuthorizer recording =
        request -> {
          asked.add(request.channel() + " " + request.params());
          return authorizer.authorize(request);
        };
    Hub hub = new HubBuilder().declare("teams/{id}", recording).build();
    return new Gatekeeper(hub, GrantExpiry.NONE, TestRequests.identity(user, "admin"), Inquiry.NONE)
        .judge(new LinkedHashSet<>(List.of(channels)));
  }

  @Test
  void anAuthorizerIsAskedForEachChannelWithItsParameters() {
    Gatekeeper gatekeeper = judge(request -> true, "teams/7", "teams/8");
    assertThat(asked).containsExactly("teams/7 {id=7}", "teams/8 {id=8}");
    assertThat(gatekeeper.grants())
        .extracting(Grant::channel)
        .containsExactly("teams/7", "teams/8");
    assertThat(gatekeeper.grants()).extracting(Grant::validFor).containsOnly(Optional.empty());
  }

  @Test
  void whatIsRefusedDependsOnWhetherTheCallerIsKnown() {
    assertThat(judge(request -> false, "teams/7").rejections())
        .containsExactly(
            new Rejection("teams/7", 403, "forbidden", "Access denied to channel: teams/7"));
    user = null;
    assertThat(judge(request -> false, "teams/7").rejections())
        .containsExactly(
            new Rejection(
                "teams/7", 401, "unauthenticated", "Authentication required for channel: teams/7"));
  }

  @Test
  void aMalformedNameIsToldAsItWasAskedForUpToTheLengthOfALegalOne() {
    String wanted = "documents/Quarterly report of the northern region/comments";
    String endless = "b b".repeat(200);
    assertThat(judge(request -> true, wanted, endless).rejections())
        .extracting(Rejection::channel)
        .containsExactly(wanted, endless.substring(0, 255) + "…");
  }

  @Test
  void anAuthorizerThatBreaksLeavesTheOtherChannelsAlone() {
    Gatekeeper gatekeeper =
        judge(
            request -> {
              if (request.channel().equals("teams/7")) {
                throw new NoClassDefFoundError("com/example/Teams");
              }
              return true;
            },
            "teams/7",
            "teams/8");
    assertThat(gatekeeper.grants()).extracting(Grant::channel).containsExactly("teams/8");
    assertThat(gatekeeper.rejections()).extracting(Rejection::code).containsExactly("unavailable");
  }

  @Test
  void anAuthorizerThatThrowsHasNotRefusedWhoeverAsks() {
    for (String caller : new String[] {"ann", null}) {
      user = caller;
      Gatekeeper gatekeeper =
          judge(
              request -> {
                throw new IllegalStateException("secret detail");
              },
              "teams/7");
      assertThat(gatekeeper.grants()).isEmpty();
      assertThat(gatekeeper.rejections().get(0).toJson())
          .contains("503", "unavailable")
          .doesNotContain("secret detail");
    }
  }

  @Test
  void whatIsNotDeclaredIsUnknownAndNobodyIsAsked() {
    assertThat(judge(request -> true, "other").rejections())
        .extracting(Rejection::status)
        .containsExactly(404);
    assertThat(asked).isEmpty();
  }

  @Test
  void aMalformedNameIsInvalidAndALongOneNotRepeatedAsAWhole() {
    Gatekeeper gatekeeper = judge(request -> true, "teams//7", "teams/" + "x".repeat(1 << 20));
    assertThat(gatekeeper.rejections())
        .extracting(Rejection::code)
        .containsOnly("invalid-channel")
        .hasSize(2);
    assertThat(gatekeeper.rejections().get(1).toJson()).contains("too long").hasSizeLessThan(1000);
    assertThat(asked).isEmpty();
  }

  @Test
  void rolesAreThoseOfTheContainerAndNobodyHasAnyWithoutAnIdentity() {
    assertThat(judge(ChannelAuthorizer.roles("admin"), "teams/7").grants()).hasSize(1);
    assertThat(judge(ChannelAuthorizer.roles("other"), "teams/7").grants()).isEmpty();
    user = null;
    assertThat(judge(ChannelAuthorizer.roles("admin"), "teams/7").grants()).isEmpty();
  }

  @Test
  void aChannelOfOneUserIsForNobodyElse() {
    ChannelAuthorizer owner = ChannelAuthorizer.owner("id");
    assertThat(judge(owner, "teams/ann").grants()).hasSize(1);
    assertThat(judge(owner, "teams/Ann", "teams/bob").grants()).isEmpty();
    assertThat(judge(ChannelAuthorizer.owner("name"), "teams/ann").rejections())
        .extracting(Rejection::status)
        .containsExactly(503);
    user = null;
    assertThat(judge(owner, "teams/ann").grants()).isEmpty();
    assertThatThrownBy(() -> ChannelAuthorizer.owner(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("owner() needs the name of a parameter, was empty");
  }

  @Test
  void aGrantHoldsUntilTheEarliestEnd() {
    Instant soon = Instant.now().plusSeconds(60);
    Gatekeeper gatekeeper =
        judge(
            request -> {
              request.expireAt(soon);
              request.expireAt(Instant.MAX);
              return true;
            },
            "teams/7");
    assertThat(gatekeeper.grants().get(0).validFor().orElseThrow())
        .isBetween(Duration.ZERO, Duration.ofSeconds(60));
  }

  @Test
  void aGrantWithoutAnEndInSightHasNone() {
    Gatekeeper gatekeeper =
        judge(
            request -> {
              request.expireAt(Instant.MAX);
              return true;
            },
            "teams/7");
    assertThat(gatekeeper.grants().get(0).validFor()).isEmpty();
  }

  @Test
  void aGrantThatIsOverIsNone() {
    Gatekeeper gatekeeper =
        judge(
            request -> {
              request.expireAt(Instant.EPOCH);
              return true;
            },
            "teams/7");
    assertThat(gatekeeper.grants()).isEmpty();
    assertThat(gatekeeper.rejections()).extracting(Rejection::code).containsExactly("expired");
    assertThat(gatekeeper.rejections()).extracting(Rejection::status).containsExactly(401);
  }

  private static Gatekeeper withToken(ChannelAuthorizer authorizer, Instant end) {
    Hub hub = new HubBuilder().declare("teams/{id}", authorizer).build();
    Identity caller = TestRequests.caller(Token.until(end.getEpochSecond()));
    return new Gatekeeper(hub, GrantExpiry.TOKEN, caller, Inquiry.NONE).judge(Set.of("teams/7"));
  }

  @Test
  void aGrantHoldsNoLongerThanTheTokenOfTheCaller() {
    Instant end = Instant.now().plusSeconds(3600);
    assertThat(withToken(request -> true, end).grants())
        .singleElement()
        .extracting(grant -> grant.validFor().orElseThrow(), DURATION)
        .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
  }

  @Test
  void anAuthorizerMayEndAGrantBeforeTheTokenDoes() {
    ChannelAuthorizer strict =
        request -> {
          request.expireAt(Instant.now().plusSeconds(60));
          return true;
        };
    assertThat(withToken(strict, Instant.now().plusSeconds(3600)).grants())
        .singleElement()
        .extracting(grant -> grant.validFor().orElseThrow(), DURATION)
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aTokenThatIsOverGrantsNothing() {
    assertThat(withToken(request -> true, Instant.EPOCH).rejections())
        .extracting(Rejection::code)
        .containsExactly("expired");
    assertThat(withToken(request -> false, Instant.EPOCH).rejections())
        .extracting(Rejection::code)
        .containsExactly("forbidden");
  }
}
