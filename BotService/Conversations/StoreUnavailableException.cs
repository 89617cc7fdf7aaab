namespace SupportBot.Conversations;

/// <summary>The store cannot write now (disk full, read-only, overloaded): nothing was stored, the sender should try again.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
