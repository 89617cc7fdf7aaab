using System.Net;
using SupportBot.Access;
using SupportBot.Channels.DirectLine;
using SupportBot.Customers;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Channels.Widget;

/// <summary>
/// Decides which conversation a visitor comes into. A customer's conversation opens only to that customer, whatever key its browser kept:
/// on a shared computer the next person starts a new one. A guest's conversation becomes a customer's when they sign in.
/// </summary>
internal sealed class WidgetDoor(DirectLineTokens tokens, ShopperIdentityTokens identities, IShopperIdentityStore shoppers, Blocklist blocklist, VisitorAddress addresses)
{
    public async ValueTask<(TokenSubject? Subject, IResult? Refusal)> EnterAsync(string? resume, string? identity, IPAddress? address, CancellationToken cancellation)
    {
        (IdentityCheck check, Shopper? shopper) = string.IsNullOrEmpty(identity) ? (IdentityCheck.Good, null) : await identities.CheckAsync(identity);
        if (check == IdentityCheck.Bad)
        {
            return (null, IdentityRefused());
        }

        if (!string.IsNullOrEmpty(resume))
        {
            return await ResumeAsync(resume, check, shopper, address, cancellation);
        }

        return check == IdentityCheck.Expired ? (null, IdentityRefused()) : await BeginAsync(shopper, address, cancellation);
    }

    private async ValueTask<(TokenSubject? Subject, IResult? Refusal)> ResumeAsync(string resume, IdentityCheck check, Shopper? shopper, IPAddress? address, CancellationToken cancellation)
    {
        (TokenCheck resumed, TokenSubject? earlier) = await tokens.CheckAsync(TokenUse.Resume, resume);
        if (resumed != TokenCheck.Good || earlier is null)
        {
            return (null, ResumeExpired());
        }

        Shopper? owner = await shoppers.FindAsync(earlier.ConversationId, cancellation);
        return (owner, shopper) switch
        {
            (null, null) => (earlier, null),
            (not null, null) => (null, ResumeExpired()),

            // An identity whose time is over opens what its customer already had, and nothing new.
            (not null, not null) when owner.Id == shopper.Id => (earlier, null),
            _ when check == IdentityCheck.Expired => (null, IdentityRefused()),
            (null, not null) when await shoppers.BindAsync(earlier.ConversationId, shopper, cancellation) => (earlier, null),
            _ => await BeginAsync(shopper, address, cancellation),
        };
    }

    private async ValueTask<(TokenSubject? Subject, IResult? Refusal)> BeginAsync(Shopper? shopper, IPAddress? address, CancellationToken cancellation)
    {
        TokenSubject subject = new(DirectLineTokens.NewId(), addresses.Sign("dl_" + DirectLineTokens.NewId(), address), []);
        if (shopper is not null)
        {
            await shoppers.BindAsync(subject.ConversationId, shopper, cancellation);
        }
        else if (blocklist.HoldsAddressOf(subject.UserId ?? ""))
        {
            return (null, Blocked());
        }

        return (subject, null);
    }

    private static IResult Blocked() =>
        WireError.Of(StatusCodes.Status403Forbidden, "Blocked", "The store takes no new chats from this network address for a while. Sign in at the store to chat all the same. / 本店暂不接收来自该网络的新对话，登录后可继续咨询。");

    private static IResult ResumeExpired() =>
        WireError.Of(StatusCodes.Status403Forbidden, "ResumeExpired", "The earlier conversation can no longer be taken up. Start a new one.");

    private static IResult IdentityRefused() =>
        WireError.Of(StatusCodes.Status403Forbidden, "IdentityRefused", "The signed identity is not good. Sign a new one: HS256 with a secret of Identity:Secrets, audience supportbot, good for 15 minutes at most.");
}
