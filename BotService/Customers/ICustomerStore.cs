using SupportBot.Access.Audit;

namespace SupportBot.Customers;

/// <summary>The customer files. A file that was merged into another is found under both ids.</summary>
internal interface ICustomerStore
{
    ValueTask<Customer?> FindAsync(string id, CancellationToken cancellation);

    ValueTask<Customer?> OfConversationAsync(string conversationId, CancellationToken cancellation);

    /// <summary>The ids of these conversations' customers, where they have one.</summary>
    ValueTask<IReadOnlyDictionary<string, Customer>> OfConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation);

    /// <summary>By a part of the name, or a whole contact point, a phone number however it is written; newest change first.</summary>
    ValueTask<IReadOnlyList<Customer>> SearchAsync(string? query, CustomerCursor? after, int limit, CancellationToken cancellation);

    /// <summary>All who have a phone number, newest change first.</summary>
    /// <param name="forms">The number as <see cref="PhoneNumbers.FormsOf"/> writes it.</param>
    ValueTask<IReadOnlyList<Customer>> OfPhoneAsync(IReadOnlyCollection<string> forms, CancellationToken cancellation);

    /// <summary>Gives a conversation that is nobody's yet to a file.</summary>
    Task GiveAsync(string conversationId, string customerId, CancellationToken cancellation);

    /// <summary>The file of a guest: the one with the same contact point, else a new one.</summary>
    Task<string> AdmitAsync(Newcomer newcomer, AuditEntry? audit, CancellationToken cancellation);

    Task<CustomerSaved> SaveAsync(Customer customer, AuditEntry audit, CancellationToken cancellation);

    /// <summary>Moves everything of one file into the other.</summary>
    Task<CustomerSaved> MergeAsync(string from, string into, AuditEntry audit, CancellationToken cancellation);

    Task<CustomerSaved> ConsentAsync(string id, Consent consent, AuditEntry? audit, CancellationToken cancellation);

    /// <summary>The newest word on each purpose that did not come from a source: what held before it.</summary>
    ValueTask<IReadOnlyList<Consent>> ConsentsBesideAsync(string id, string channel, string source, CancellationToken cancellation);

    ValueTask<IReadOnlyList<string>> ConversationsAsync(string id, CancellationToken cancellation);

    /// <summary>The conversations of those who are blocked now.</summary>
    ValueTask<IReadOnlyList<BlockedConversation>> BlockedAsync(CancellationToken cancellation);

    /// <summary>Removes everything personal of a file and of conversations. Doing it again does no harm.</summary>
    Task EraseAsync(Erasure erasure, AuditEntry? audit, CancellationToken cancellation);
}

internal enum CustomerSaved
{
    Saved,
    Missing,

    /// <summary>Somebody else was first, or the file is erased; nothing was written.</summary>
    Changed,
}

/// <summary>Somebody without an account in the shop who has told us how to reach them.</summary>
internal sealed record Newcomer(string? Name, string? Locale, IReadOnlyList<Contact> Contacts, string? ConversationId);

/// <summary>Where a list goes on: behind the file that was changed then and has this id.</summary>
internal sealed record CustomerCursor(long UpdatedAt, string Id)
{
    public static CustomerCursor? Read(string text) =>
        text.Split('.') is [{ } at, { } id] && long.TryParse(at, out long updated) ? new CustomerCursor(updated, id) : null;

    public override string ToString() => $"{UpdatedAt}.{Id}";
}

/// <param name="ConversationId">A conversation of somebody who is blocked.</param>
/// <param name="UserId">Their id in it.</param>
/// <param name="Until">When the block ends; null for never.</param>
/// <param name="Since">When it began.</param>
internal sealed record BlockedConversation(string ConversationId, string? UserId, DateTimeOffset? Until, DateTimeOffset Since);

/// <param name="CustomerId">Whose file.</param>
/// <param name="Conversations">Their conversations then.</param>
/// <param name="Keys">By which they are recognised when a file names them again (see <see cref="ErasedKeys"/>); null of those erased before there were any.</param>
internal sealed record Erasure(string CustomerId, IReadOnlyList<string> Conversations, IReadOnlyList<string>? Keys = null);
