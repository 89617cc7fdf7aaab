using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Customers.Import;

namespace SupportBot.BotService.Tests.Customers;

public sealed class EraseTests
{
    [Fact]
    public async Task Who_was_erased_is_erased_again_when_yesterdays_backup_is_restored()
    {
        string directory = Directory.CreateTempSubdirectory("supportbot-erase").FullName;
        string backup = Path.Combine(directory, "backup");
        string id, conversation;
        await using (RunningService service = await RunningService.StartAsync(directory))
        {
            using StaffClient administrator = await service.SignInAsync(Role.Administrator);
            Visitor visitor = await service.VisitAsync();
            await visitor.AskAsync("my secret is a garden");
            conversation = visitor.ConversationId;
            id = (await administrator.SendAsync(HttpMethod.Post, "/api/customers", new { name = "Secret Person", email = "secret@shop.example", conversationId = conversation })).GetProperty("id").GetString()!;

            await administrator.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "x", description = "about the garden", phone = "13812345678", conversationId = conversation });

            // A copy of the database and its log is a backup of SQLite while nobody writes.
            Directory.CreateDirectory(backup);
            foreach (string file in Directory.GetFiles(directory, "supportbot.db*"))
            {
                File.Copy(file, Path.Combine(backup, Path.GetFileName(file)));
            }

            await administrator.SendAsync(HttpMethod.Post, $"/api/customers/{id}/erase");
            Assert.True((await administrator.GetAsync($"/api/customers/{id}")).GetProperty("erased").GetBoolean());
            JsonElement ticket = (await administrator.GetAsync($"/api/tickets?customerId={id}")).GetProperty("items")[0];
            Assert.DoesNotContain("garden", ticket.GetRawText(), StringComparison.Ordinal);
            JsonElement opened = await administrator.GetAsync($"/api/tickets/{ticket.GetProperty("id").GetString()}");
            Assert.Equal(("", JsonValueKind.Null), (opened.GetProperty("description").GetString(), opened.GetProperty("contact").GetProperty("phone").ValueKind));
            Assert.DoesNotContain("garden", string.Concat((await visitor.ReadAsync()).Select(activity => activity.GetRawText())), StringComparison.Ordinal);
        }

        foreach (string file in Directory.GetFiles(directory, "supportbot.db*"))
        {
            File.Delete(file);
        }

        foreach (string file in Directory.GetFiles(backup))
        {
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        }

        await using (RunningService restored = await RunningService.StartAsync(directory))
        {
            using StaffClient administrator = await restored.SignInAsync(Role.Administrator);
            JsonElement card = await administrator.GetAsync($"/api/customers/{id}");
            Assert.Equal((true, JsonValueKind.Null), (card.GetProperty("erased").GetBoolean(), card.GetProperty("name").ValueKind));
            using HttpResponseMessage log = await restored.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities", restored.Secret);
            Assert.DoesNotContain("garden", await log.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True((await administrator.GetAsync("/api/staff/audit/check")).GetProperty("ok").GetBoolean());

            // Yesterday's database did not know of the erasure: who was meant came from the list beside it.
            string file = Path.Combine(directory, "customers.csv");
            await File.WriteAllTextAsync(file, "name,email\nSecret Person,secret@shop.example\n");
            CustomerReport report = await ActivatorUtilities.CreateInstance<CustomerImport>(restored.Get<IServiceProvider>()).RunAsync(new FileInfo(file), false, default);
            Assert.Equal((2, "email"), (Assert.Single(report.Problems).Line, report.Problems[0].Column));
        }

        Directory.Delete(directory, recursive: true);
    }
}
