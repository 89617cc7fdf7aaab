using System.Text.Json;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>Whether what a new ticket names is there: its owner, its conversation, its customer and its files.</summary>
internal sealed record TicketNames(IStaffStore Staff, IConversationStore Conversations, ICustomerStore Customers)
{
    public async Task<IReadOnlyList<FieldFault>> FaultsAsync(OpenRequest request, CancellationToken cancellation) =>
    [
        .. request.OwnerId is null ? [] : await TicketFields.OwnerAsync(request.OwnerId, Staff, cancellation),
        .. request.ConversationId is { } conversation && await Conversations.FindAsync(conversation, cancellation) is null ? (FieldFault[])[new("conversationId", "ConversationUnknown")] : [],
        .. request.CustomerId is { } customer && await Customers.FindAsync(customer, cancellation) is not { ErasedAt: null } ? (FieldFault[])[new("customerId", "CustomerUnknown")] : [],
        .. await FilesAsync(request.Files ?? [], cancellation),
    ];

    /// <summary>The language the conversation is in, so that its shopper hears of the ticket in it.</summary>
    public async Task<string?> LocaleAsync(string? conversationId, CancellationToken cancellation) =>
        conversationId is not null && (await Conversations.FindAsync(conversationId, cancellation))?.State is { } state
            ? JsonSerializer.Deserialize(state, DialogStateJson.Default.DialogState)?.Locale
            : null;

    private async Task<IEnumerable<FieldFault>> FilesAsync(IReadOnlyList<string?> files, CancellationToken cancellation)
    {
        bool good = files.Count <= TicketFields.MostFiles;
        for (int index = 0; good && index < files.Count; index++)
        {
            good = await Conversations.FileAsync(files[index] ?? "", cancellation) is not null;
        }

        return good ? [] : [new FieldFault("files", "TicketFilesWrong")];
    }
}
