using System.CommandLine;
using SupportBot.Access.Audit;
using SupportBot.Customers;

namespace SupportBot.Commands;

/// <summary><c>customers erase</c>: what the desk's "Erase" does, from the machine itself.</summary>
internal static class CustomersCommand
{
    public static Command Create(string[] settings)
    {
        Argument<string> id = new("ID") { Description = "The customer's id, as in the address of their file at the desk" };
        Option<bool> yes = new("--yes") { Description = "Really erase; without it the command only tells whom it would" };
        return new Command("customers", "Customer files")
        {
            new Command("erase", "Remove everything that says who a customer is; it cannot be taken back") { id, yes }
                .WithSettings(settings, (parsed, services) => EraseAsync(services, parsed.GetValue(id) ?? "", parsed.GetValue(yes))),
        };
    }

    private static async Task<int> EraseAsync(IServiceProvider services, string id, bool really)
    {
        ICustomerStore store = services.GetRequiredService<ICustomerStore>();
        if (await store.FindAsync(id, CancellationToken.None) is not { } customer)
        {
            await Console.Error.WriteLineAsync($"There is no customer {id}.");
            return 1;
        }

        if (customer.ErasedAt is not null)
        {
            await Console.Out.WriteLineAsync($"{id} was erased already.");
            return 0;
        }

        int conversations = (await store.ConversationsAsync(customer.Id, CancellationToken.None)).Count;
        if (!really)
        {
            await Console.Out.WriteLineAsync($"{customer.Name ?? "A customer without a name"} with {conversations} conversations would be erased. Repeat with --yes to do it.");
            return 2;
        }

        await services.GetRequiredService<Erasures>().EraseAsync(customer, AuditEntry.ByConsole("customer.erase", customer.Id), CancellationToken.None);
        await Console.Out.WriteLineAsync($"{id} and {conversations} conversations were erased.");
        return 0;
    }
}
