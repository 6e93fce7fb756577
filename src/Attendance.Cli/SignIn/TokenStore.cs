using Azure.Identity;
using Microsoft.Identity.Client.Extensions.Msal;

namespace Attendance.Cli;

/// <summary>The tokens of a profile between two commands: in the safe store of the machine, or in a file of the user's.</summary>
/// <remarks>
/// Azure.Identity would keep them by itself, but in a directory of its own for all applications, from which it takes nothing away again, so
/// that nobody could sign out.
/// </remarks>
internal sealed class TokenStore : UnsafeTokenCacheOptions
{
    private const string Product = "attendance";

    private readonly PrivateFiles _files;
    private readonly string _name;
    private readonly bool _isUnsafe;
    private readonly Func<bool> _isSignedIn;

    public TokenStore(PrivateFiles files, string profile, bool isUnsafe, Func<bool> isSignedIn)
    {
        (_files, _name, _isUnsafe, _isSignedIn) = (files, $"{profile}.tokens", isUnsafe, isSignedIn);
    }

    /// <summary>Tries the store before anybody signs in.</summary>
    /// <exception cref="FailureException">The machine has none that is safe.</exception>
    public void Check()
    {
        if (_isUnsafe)
            return;

        try
        {
            _files.Create();
            CreateSafe().VerifyPersistence();
        }
        catch (MsalCachePersistenceException exception)
        {
            var cause = exception.InnerException switch
            {
                DllNotFoundException => "libsecret is not installed",

                // Of what libsecret says, only a number is left.
                { Message: var message } when message.Contains("libsecret", StringComparison.Ordinal) => "no keyring answers",
                var inner => (inner ?? exception).Message.Split('\n')[0].Trim().TrimEnd('.'),
            };
            throw new FailureException(
                $"This machine has no safe store for the sign-in: {cause}.",
                "Install and unlock one, such as gnome-keyring with libsecret, or pass --unsafe-store: " +
                $"the sign-in is then kept in clear in {_files.PathOf(_name)}, which you alone may read. " +
                "Whoever gets that file can read as you.");
        }
    }

    public void Clear()
    {
        _files.Delete(_name);
        if (_isUnsafe)
            return;

        using (Lock())
            CreateSafe().Clear(ignoreExceptions: true);
        _files.Delete($"{_name}.lock");
    }

    protected override Task<ReadOnlyMemory<byte>> RefreshCacheAsync() => Task.FromResult<ReadOnlyMemory<byte>>(Read());

    protected override Task TokenCacheUpdatedAsync(TokenCacheUpdatedArgs tokenCacheUpdatedArgs)
    {
        // Somebody may have signed out meanwhile.
        if (!_isSignedIn())
            return Task.CompletedTask;

        var tokens = tokenCacheUpdatedArgs.UnsafeCacheData;
        if (_isUnsafe)
        {
            _files.Write(_name, tokens.Span);
        }
        else
        {
            using (Lock())
                CreateSafe().WriteData(tokens.ToArray());
        }

        return Task.CompletedTask;
    }

    private byte[] Read()
    {
        if (_isUnsafe)
            return _files.Read(_name) ?? [];

        using (Lock())
            return CreateSafe().ReadData() ?? [];
    }

    // Two commands of a pipe may come here at once.
    private CrossPlatLock Lock() => new(_files.PathOf($"{_name}.lock"));

    private Storage CreateSafe() => Storage.Create(new StorageCreationPropertiesBuilder(_name, _files.Directory)
        .WithMacKeyChain(Product, _name)
        .WithLinuxKeyring(
            "attendance.tokens", MsalCacheHelper.LinuxKeyRingDefaultCollection, "Sign-in of the command attendance",
            new KeyValuePair<string, string>("application", Product), new KeyValuePair<string, string>("profile", _name))
        .Build());
}
