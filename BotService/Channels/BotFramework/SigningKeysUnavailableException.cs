namespace SupportBot.Channels.BotFramework;

/// <summary>An authority's keys have never been fetched and cannot be now: nobody can be told from an impostor.</summary>
internal sealed class SigningKeysUnavailableException(string metadataAddress) : Exception($"There are no signing keys of {metadataAddress} yet.");
