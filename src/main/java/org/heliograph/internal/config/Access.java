package org.heliograph.internal.config;

import java.util.Optional;
import org.heliograph.ChannelAuthorizer;

/**
 * Who may subscribe to a channel that settings declare, where it is no matter of roles.
 *
 * @param owner the parameter of the pattern that names the only one who may, if one does
 */
record Access(Optional<String> owner, ChannelAuthorizer authorizer) {
  static final SettingType<Access> TYPE =
      new SettingType<>("one of everyone, authenticated, owner:<parameter>", Access::parse);

  private static final String OWNER = "owner:";

  private static Access parse(String text) {
    if (text.startsWith(OWNER)) {
      String parameter = text.substring(OWNER.length());
      return new Access(Optional.of(parameter), ChannelAuthorizer.owner(parameter));
    }
    return switch (text) {
      case "everyone" -> new Access(Optional.empty(), ChannelAuthorizer.everyone());
      case "authenticated" -> new Access(Optional.empty(), ChannelAuthorizer.authenticated());
      default -> throw new IllegalArgumentException();
    };
  }
}
