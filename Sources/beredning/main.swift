print("beredning")
